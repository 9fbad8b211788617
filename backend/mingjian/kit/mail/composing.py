"""From a letter to a message: headers, text, and HTML made from the text."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.html import format_html, format_html_join

from mingjian.kit.mail.models import Letter

TAGS = {"zh-hans": "zh-CN", "en": "en"}
PAGE = (
    '<!doctype html><html lang="{}"><meta charset="utf-8"><body style="margin:0;padding:24px;'
    'font:16px/1.6 system-ui,sans-serif;color:#1f2329"><div style="max-width:36em">{}</div>'
)
BUTTON = (
    '<a href="{0}" style="display:inline-block;padding:8px 16px;border-radius:6px;'
    'background:#1d4f91;color:#fff;text-decoration:none;word-break:break-all">{0}</a>'
)


def compose(letter: Letter) -> EmailMultiAlternatives:
    """The message. Its id is the letter's, so that a second copy is recognised as one."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    wording = letter.read()
    message = EmailMultiAlternatives(
        wording.subject,
        wording.text,
        to=[letter.to],
        headers={
            "Message-ID": f"<{letter.pk}@{domain}>",
            "Content-Language": TAGS[letter.language],
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )
    message.attach_alternative(_html(wording.text, TAGS[letter.language]), "text/html")
    for each in letter.attached():
        message.attach(each.part())
    return message


def _html(text: str, language: str) -> str:
    paragraphs = text.strip().split("\n\n")
    body = format_html_join("", "<p>{}</p>", ((_paragraph(each),) for each in paragraphs))
    return format_html(PAGE, language, body)


def _paragraph(text: str) -> str:
    return format_html_join("", "{}<br>", ((_line(line),) for line in text.split("\n")))


def _line(line: str) -> str:
    is_link = line.startswith(("https://", "http://")) and " " not in line
    return format_html(BUTTON, line) if is_link else line
