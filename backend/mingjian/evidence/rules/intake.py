"""What may come in, how much, and what each verdict says to whoever handed a file over.

The figures are ours (ASVS 5.1.1, 5.2.1 and 5.2.3 ask for figures, not for these): large enough
for a day's recording and a company's document set, small enough that one file fills no disk.
"""

from collections.abc import Iterable
from dataclasses import asdict

from engines.intake.verdict import Limits
from mingjian.kit.words import Words

LARGEST = 20 << 30
"""Bytes of one file: twice the longest recording of a day that we measured with."""
QUOTA = 200 << 30
"""Bytes that one person may hand over in one audit, whatever was refused left out."""
LIMITS = asdict(Limits())

HELD = "held"
REFUSALS: dict[str, Words] = {
    "empty": Words(
        "文件为空（0 字节）。请检查原文件后重新提供。",
        "The file is empty (0 bytes). Check the original and hand it over again.",
    ),
    "too_large": Words(
        "文件超过单个文件的上限。请拆分后重新提供。",
        "The file exceeds the limit for one file. Split it and hand over the parts.",
    ),
    "over_quota": Words(
        "您在此审核中提供的文件已达总量上限。请与审核组长商定哪些文件确有必要。",
        "What you handed over in this audit has reached its limit. Agree with the lead auditor "
        "which files are needed.",
    ),
    "program": Words(
        "这是可执行程序或脚本，不予保管。请改为提供截图、PDF 或文本清单。",
        "This is a program or a script, which is not kept. Hand over a screenshot, a PDF or a "
        "listing as text instead.",
    ),
    "other_type": Words(
        "文件内容与扩展名不符。请用原软件另存为正确的格式后重新提供。",
        "The content is not what the file name says. Save it again in the right format and hand "
        "that over.",
    ),
    "two_in_one": Words(
        "此文件同时是两种格式，看到的内容取决于用什么软件打开。请用原软件重新导出后提供。",
        "This file is two formats at once: what it shows depends on what opens it. Export it anew "
        "and hand that over.",
    ),
    "truncated": Words(
        "文件不完整或已损坏。请核对原文件能否打开，然后重新提供。",
        "The file is incomplete or damaged. See that the original opens, then hand it over again.",
    ),
    "encrypted": Words(
        "文件设有密码，审核组无法查看。请解除密码后重新提供；传输和保管均已加密。",
        "The file has a password, so the audit team cannot read it. Remove the password and hand "
        "it over again; it is encrypted on its way and in keeping.",
    ),
    "archive_bomb": Words(
        "压缩包展开后过大（疑似压缩炸弹），没有解开。请直接提供其中的文件。",
        "The archive would unfold to far too much (perhaps a bomb) and stays packed. Hand over "
        "the files themselves.",
    ),
    "too_many_members": Words(
        "压缩包内的文件过多。请分成几个压缩包，或只提供所需的文件。",
        "The archive holds too many files. Split it, or hand over only what is needed.",
    ),
    "nested_too_deep": Words(
        "压缩包内层层嵌套压缩包，无法检查。请解开后重新打包提供。",
        "Archives are nested too deep to be examined. Unpack them and pack the files once.",
    ),
    "link_inside": Words(
        "压缩包内含符号链接，解压时可能指向别处。请去掉链接后重新打包。",
        "The archive contains links, which may lead elsewhere when unpacked. Pack it without them.",
    ),
    "special_inside": Words(
        "压缩包内含设备等特殊文件。请只打包普通文件。",
        "The archive contains devices or other special files. Pack ordinary files only.",
    ),
    "path_outside": Words(
        "压缩包内的路径指向文件夹之外（如 ..）。请重新打包后提供。",
        "Paths in the archive lead out of its folder (such as ..). Pack it again.",
    ),
    "pixel_bomb": Words(
        "图片的像素过多，展开会占满内存。请缩小后重新提供。",
        "The picture has too many pixels to be shown. Hand over a smaller one.",
    ),
    "too_many_pages": Words(
        "PDF 页数过多。请拆分后重新提供。", "The PDF has too many pages. Split it."
    ),
    "xml_entities": Words(
        "文件中的 XML 声明了实体，可能无限展开或读取外部内容。请用原软件重新导出。",
        "XML in the file declares entities, which may grow without end or fetch from elsewhere. "
        "Export it anew.",
    ),
    "malware": Words(
        "病毒扫描发现恶意代码。请先查杀您的设备，再提供干净的文件。",
        "The virus scanner found malware. Clean your device first, then hand over a clean file.",
    ),
    "too_complex": Words(
        "文件无法在规定的时间和内存内检查。请拆分，或另存为 PDF 后重新提供。",
        "The file could not be examined within the limits of time and memory. Split it, or save it "
        "as a PDF and hand that over.",
    ),
}
WARNINGS: dict[str, Words] = {
    "macros": Words(
        "文档含宏：只能下载，不在浏览器中显示；打开时请禁用宏。",
        "The document contains macros: only saved, never shown here. Open it with macros off.",
    ),
    "pdf_active": Words(
        "PDF 含脚本或启动动作：只能下载，请在阅读器中禁用脚本。",
        "The PDF contains scripts or launch actions: only saved. Open it with scripts off.",
    ),
    "files_inside": Words(
        "PDF 内嵌有其他文件，未逐一检查。", "The PDF carries other files, which were not examined."
    ),
    "active_page": Words(
        "网页或矢量图可能含脚本：只能下载，不在浏览器中显示。",
        "A web page or drawing may contain scripts: only saved, never shown here.",
    ),
    "programs_inside": Words(
        "压缩包内含程序或脚本，请勿运行。",
        "The archive contains programs or scripts. Do not run them.",
    ),
    "not_opened": Words(
        "此格式无法在线检查内部内容：作为附件保管，打开前请自行查毒。",
        "What is inside was not examined: kept as an attachment. Scan it before opening.",
    ),
    "unknown_type": Words(
        "无法识别的格式：作为附件保管，打开前请自行查毒。",
        "An unknown format: it is kept as an attachment. Scan it before opening.",
    ),
    "not_scanned": Words(
        "文件超过病毒扫描的上限，未经查毒。",
        "The file is larger than the virus scanner takes; it was not scanned.",
    ),
}
ONLY_SAVED = frozenset({"macros", "pdf_active", "active_page", "unknown_type", "not_opened"})
"""Warnings with which nothing of a file is shown in the browser."""


def words_of(code: str) -> Words:
    """The sentence of a refusal or a warning."""
    return REFUSALS.get(code) or WARNINGS[code]


def may_be_shown(warnings: Iterable[str]) -> bool:
    return ONLY_SAVED.isdisjoint(warnings)


def size_verdict(size: int, given_before: int) -> str:
    """The refusal that size alone decides, or nothing."""
    if size > LARGEST:
        return "too_large"
    return "over_quota" if given_before + size > QUOTA else ""
