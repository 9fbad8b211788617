"""Posting letters."""

from uuid import UUID

from mingjian.kit import clock
from mingjian.kit.jobs import completing, job
from mingjian.kit.mail.composing import compose
from mingjian.kit.mail.models import Letter


@job("mail.post", zh="发送邮件", en="Send an e-mail", retries=8, priority=20)
def post(*, owner_id: UUID, letter_id: UUID) -> None:
    """Send the letter, then erase what it said."""
    letter = Letter.objects.get(pk=letter_id)
    compose(letter).send()
    with completing():
        letter.sealed = b""
        letter.sent_at = clock.now()
        letter.save(update_fields=["sealed", "sent_at"])
