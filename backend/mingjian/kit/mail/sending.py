"""Writing a letter, in the caller's transaction."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction

from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.registry import named
from mingjian.kit.mail.attachments import Attachment
from mingjian.kit.mail.templates import Language, check_address, templates
from mingjian.kit.tenancy import tenant_scope


def send_mail(
    *,
    owner_id: UUID,
    to: str,
    template: str,
    language: Language,
    params: Mapping[str, str],
    key: str,
    attachments: Sequence[Attachment] = (),
) -> UUID:
    """Write a letter and enqueue its posting; returns the job's id. One letter per ``key``.

    ``owner_id`` is the tenant in whose name it is sent. If the caller's transaction rolls
    back, nothing is sent.
    """
    check_address(to)
    wording = templates[template].fill(language, params)
    # Stages import this package before the registry of models is ready.
    letter = apps.get_model("mail", "Letter")(
        owner_id=owner_id, key=key, template=template, language=language, to=to
    )
    letter.write(wording, attachments)
    with tenant_scope([owner_id]), transaction.atomic():
        letter = _first_of_its_key(letter)
        return enqueue(
            named("mail.post"), owner_id=owner_id, letter_id=letter.pk, key=str(letter.pk)
        )


def _first_of_its_key(letter: Any) -> Any:
    """``letter``, saved; or the one that was written under its key before."""
    try:
        with transaction.atomic():
            letter.save(force_insert=True)
    except IntegrityError:
        return type(letter).objects.get(owner_id=letter.owner_id, key=letter.key)
    return letter
