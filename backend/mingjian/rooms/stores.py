"""What live sessions keep of a client's words, until the audit's deletion."""

from mingjian.journal.services.erasing import SealedRows
from mingjian.kit.words import Words
from mingjian.rooms.models import ChatMessage

DELETABLE = (
    SealedRows(
        "rooms.chat",
        Words("会议聊天的内容", "What was written in sessions"),
        ChatMessage,
        "room__session__case",
    ),
)
