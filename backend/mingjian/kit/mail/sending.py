"""Writing a letter, in the caller's transaction."""

from collections.abc import Mapping
from uuid import UUID

from django.apps import apps
from django.db import transaction

from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.registry import named
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
) -> UUID:
    """Write a letter and enqueue its posting; returns the job's id. One letter per ``key``.

    ``owner_id`` is the tenant in whose name it is sent. If the caller's transaction rolls
    back, nothing is sent.
    """
    check_address(to)
    wording = templates[template].fill(language, params)
    content = {"subject": wording.subject, "text": wording.text}
    defaults = {"template": template, "language": language, "to": to, **content}
    with tenant_scope([owner_id]), transaction.atomic():
        # Stages import this package before the registry of models is ready.
        letters = apps.get_model("mail", "Letter").objects
        letter, _ = letters.get_or_create(owner_id=owner_id, key=key, defaults=defaults)
        return enqueue(
            named("mail.post"), owner_id=owner_id, letter_id=letter.pk, key=str(letter.pk)
        )
