"""Giving a signature."""

import hashlib
from dataclasses import asdict
from typing import Any

from django.db import IntegrityError, transaction

from mingjian.identity.models import TenantKind
from mingjian.journal.models import Journalled
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.signatures import (
    AlreadySignedError,
    NoTrustServiceError,
    SignatureNameError,
    StrokesError,
)
from mingjian.programme.models import Signature, SignatureMethod, SignatureSide
from mingjian.programme.rules.strokes import are_strokes
from mingjian.programme.seals import qualified_seals

LONGEST_NAME = 200


def sign(
    *,
    viewer: Viewer,
    subject: Journalled,
    purpose: str,
    content: bytes,
    name: str,
    method: str,
    strokes: str = "",
) -> Signature:
    """Sign ``content``, the document of ``subject``, for the viewer's side; once per side.

    ``method`` is ``typed``, ``drawn`` (then ``strokes`` is SVG path data) or ``sealed`` by the
    connected trust service, which is asked before the transaction: call that one outside yours.
    """
    given = Signature(
        owner_id=subject.owner_id,
        client_id=subject.concerns,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.id,
        purpose=purpose,
        side=side_of(viewer),
        content_sha256=hashlib.sha256(content).hexdigest(),
        name=_one_line(name),
        person_id=viewer.person_id,
        role=viewer.role,
        method=method,
        strokes=_checked_strokes(method, strokes),
    )
    given.seal = _sealed(given)
    with transaction.atomic():
        try:
            with transaction.atomic():
                given.save(force_insert=True)
        except IntegrityError:
            raise AlreadySignedError from None
        record(viewer, "signature.given", given)
    return given


def side_of(viewer: Viewer) -> str:
    """Whoever is not of the body signs for the client, an applicant without account too."""
    is_body = viewer.tenant_kind == TenantKind.BODY
    return SignatureSide.BODY if is_body else SignatureSide.CLIENT


def _one_line(name: str) -> str:
    stripped = name.strip()
    if not stripped or not stripped.isprintable() or len(stripped) > LONGEST_NAME:
        raise SignatureNameError
    return stripped


def _checked_strokes(method: str, strokes: str) -> str:
    if method != SignatureMethod.DRAWN:
        return ""
    if not are_strokes(strokes):
        raise StrokesError
    return strokes


def _sealed(given: Signature) -> dict[str, Any]:
    if given.method != SignatureMethod.SEALED:
        return {}
    if not qualified_seals().is_offered:
        raise NoTrustServiceError
    seal = qualified_seals().seal(bytes.fromhex(given.content_sha256), name=given.name)
    return asdict(seal)
