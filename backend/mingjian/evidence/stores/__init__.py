"""Where the vault keeps something of an audit: what its deletion takes, what the body keeps."""

from mingjian.evidence.models import (
    DocumentCheck,
    EvidenceRequest,
    ExternalRecord,
    ItemExamination,
    KeepingWord,
    RequestMessage,
    RequestRefusal,
)
from mingjian.evidence.stores.items import EvidenceItems, RetainedItems
from mingjian.evidence.stores.previews import Previews
from mingjian.evidence.stores.uploads import Uploads
from mingjian.journal.services.erasing import SealedRows
from mingjian.kit.deletion import AuditBlobs, AuditDirectory
from mingjian.kit.words import Words

DELETABLE = (
    EvidenceItems(),
    Previews(),
    AuditBlobs("evidence.blobs", Words("封存的文件", "Sealed files")),
    Uploads(),
    SealedRows(
        "evidence.requests", Words("证据请求的内容", "Texts of requests"), EvidenceRequest, "case"
    ),
    SealedRows(
        "evidence.refusals",
        Words("拒绝的说明", "Texts of refusals"),
        RequestRefusal,
        "request__case",
    ),
    SealedRows(
        "evidence.messages", Words("请求的对话", "Conversations"), RequestMessage, "request__case"
    ),
    SealedRows(
        "evidence.examinations",
        Words("检查时看到的名称", "Names seen at examination"),
        ItemExamination,
        "item__case",
    ),
    SealedRows(
        "evidence.checks", Words("文件核对的说明", "Texts of checks"), DocumentCheck, "item__case"
    ),
    SealedRows(
        "evidence.external",
        Words("外部工具记录的内容", "Content of other tools' records"),
        ExternalRecord,
        "item__case",
        ("sealed", "sealed_lines"),
    ),
    SealedRows(
        "evidence.keeping",
        Words("留存意见的理由", "Reasons given on keeping"),
        KeepingWord,
        "item__case",
    ),
    AuditDirectory("evidence.index", Words("全文索引", "Full-text index"), "index"),
)
RETAINED = (RetainedItems(),)
