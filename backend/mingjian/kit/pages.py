"""A plain page in both languages, for when the application itself cannot be shown."""

from django.http import HttpResponse
from django.utils.html import format_html

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>明鉴 Mingjian</title></head>
<body><main><h1>明鉴 Mingjian</h1><p>{}</p><p lang="en">{}</p></main></body></html>
"""


def page(zh: str, en: str, *, status: int) -> HttpResponse:
    """One sentence in both languages, because nobody's language is known here."""
    return HttpResponse(
        format_html(PAGE, zh, en), status=status, headers={"Cache-Control": "no-store"}
    )
