"""The letters that an installation without a mail server leaves in its folder."""

import email
import email.policy
import re
from pathlib import Path


def invitation_to(folder: Path, reader: str) -> str:
    """The link in the invitation to this reader; empty while there is none."""
    for file in folder.glob("*"):
        letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        body = letter.get_body(("plain",))
        if letter["To"] == reader and body is not None:
            found = re.search(r"http\S+/invitation#\S+", body.get_content())
            if found:
                return found[0]
    return ""
