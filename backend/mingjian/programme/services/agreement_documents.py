"""The four documents of an agreement: made, stored under the body's key, read again."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.files.queries import open_file
from mingjian.kit.files.services import store_document
from mingjian.programme.documents.agreement import (
    LANGUAGES,
    MEDIA_TYPES,
    agreement_document,
    file_name,
)
from mingjian.programme.documents.faults import faults_in_words
from mingjian.programme.models import RemoteAgreement
from mingjian.programme.queries.agreements import subject_of
from mingjian.programme.rules.agreement import Subject

SIGNED = "zh.pdf"
"""Which of the four both sides sign."""


def store_documents(viewer: Viewer, subject: Subject) -> dict[str, Any]:
    """Make and store all four; what an agreement's row keeps of them.

    Outside any transaction: a crash leaves ciphertext that no row names.
    """
    made = {
        f"{language}.{kind}": _made(subject, language, kind)
        for language in LANGUAGES
        for kind in MEDIA_TYPES
    }
    documents = {}
    for key, content in made.items():
        language, kind = key.split(".")
        row = store_document(
            viewer=viewer,
            name=file_name(subject, language, kind),
            media_type=MEDIA_TYPES[kind],
            content=content,
        )
        documents[key] = str(row.id)
    return {"documents": documents, "pdf_sha256": sha256(made[SIGNED]).hexdigest()}


def document_of(viewer: Viewer, row: RemoteAgreement, language: str, kind: str) -> bytes:
    """The stored document of an issued version; for a draft, what it would be today."""
    stored = row.documents.get(f"{language}.{kind}")
    if stored is None:
        return _made(subject_of(viewer, row), language, kind)
    content = open_file(viewer, UUID(stored)).content
    return content.read_at(0, content.size)


def document_name(viewer: Viewer, row: RemoteAgreement, language: str, kind: str) -> str:
    return file_name(subject_of(viewer, row), language, kind)


def _made(subject: Subject, language: str, kind: str) -> bytes:
    made_at = int(clock.now().timestamp())
    with faults_in_words():
        return agreement_document(subject, language, kind, made_at=made_at)
