"""Word documents from a Word template: ``{{ name }}`` in the text, loops as docxtpl writes them."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment


def docx_of(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template filled with ``values``: escaped, and in a sandbox.

    A body's own template is text from outside: it may name values and loop over them, and
    reaches nothing else of the process.
    """
    document = DocxTemplate(BytesIO(template))
    document.render(dict(values), SandboxedEnvironment(autoescape=True), autoescape=True)
    filled = BytesIO()
    document.save(filled)
    return filled.getvalue()
