"""What goes along with a letter: small texts such as calendar entries, sealed like the letter."""

from dataclasses import dataclass
from email.mime.text import MIMEText


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text with a file name; ``method`` makes a calendar entry an invitation (RFC 6047)."""

    name: str
    text: str
    subtype: str = "calendar"
    method: str = ""

    def part(self) -> MIMEText:
        part = MIMEText(self.text, self.subtype, "utf-8")
        if self.method:
            part.set_param("method", self.method)
        part.add_header("Content-Disposition", "attachment", filename=self.name)
        return part
