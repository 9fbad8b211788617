"""E-mail in the reader's language, sent by a job, so that a slow server delays nobody."""

from mingjian.kit.mail.attachments import Attachment
from mingjian.kit.mail.sending import send_mail
from mingjian.kit.mail.templates import Template, Wording, register

__all__ = ["Attachment", "Template", "Wording", "register", "send_mail"]
