"""Where the vault keeps something of an audit: what its deletion takes, what the body keeps."""

from mingjian.evidence.models import (
    DocumentCheck,
    DrawnRow,
    EvidenceRequest,
    ExternalRecord,
    ItemExamination,
    KeepingWord,
    Parcel,
    RequestMessage,
    RequestRefusal,
    Sample,
    SampleDraw,
    SampleList,
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
    SealedRows(
        "evidence.samples",
        Words("抽样的内容和种子", "Texts and seeds of samples"),
        Sample,
        "case",
        ("sealed", "sealed_seed"),
    ),
    SealedRows(
        "evidence.lists",
        Words("抽样清单的表头和预览", "Headings and previews of lists"),
        SampleList,
        "sample__case",
    ),
    SealedRows(
        "evidence.draws",
        Words("抽取的数量、理由和备选行", "Sizes, reasons and reserves of draws"),
        SampleDraw,
        "sample__case",
        ("sealed", "sealed_reserve"),
    ),
    SealedRows(
        "evidence.drawn_rows",
        Words("抽中的行", "Drawn rows"),
        DrawnRow,
        "draw__sample__case",
    ),
    SealedRows(
        "evidence.parcels", Words("寄送件的附言", "Letters of parcels"), Parcel, "bundle__case"
    ),
    AuditDirectory("evidence.index", Words("全文索引", "Full-text index"), "index"),
)
RETAINED = (RetainedItems(),)
