"""Texts that are kept in both languages and answered in the reader's."""

from typing import Annotated

from pydantic import BeforeValidator

Sentence = Annotated[str, BeforeValidator(str)]
