"""Documents from templates and plain values: PDF/A by Typst, Word by docxtpl. No network."""

from engines.documents.errors import FontMissing, TextNotPrintable
from engines.documents.pdf import pdf_of
from engines.documents.word import docx_of

__all__ = ["FontMissing", "TextNotPrintable", "docx_of", "pdf_of"]
