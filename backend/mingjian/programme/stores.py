"""What planning keeps of a client's words, until the audit's deletion."""

from mingjian.journal.services.erasing import SealedRows
from mingjian.kit.words import Words
from mingjian.programme.models import InformationItem

DELETABLE = (
    SealedRows(
        "programme.information",
        Words("审核前信息的答复", "Answers given before the audit"),
        InformationItem,
        "case",
    ),
)
