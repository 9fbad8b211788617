"""The feasibility survey as data: what is asked before an audit may be held remotely.

Nine items on devices, three on people, places and documents with special information
security, noise by scene, the network, the tool the client meets with, and whether it is
willing. An answer keeps the edition it was given under; an edition is never edited, a
changed question makes a new one.
"""

from dataclasses import dataclass

from mingjian.kit.words import Words

EDITION = "2026-1"
"""The edition that is asked now."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked for, and what to say about it in detail."""

    code: str
    words: Words
    hint: Words


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that one edition asks."""

    edition: str
    devices: tuple[Item, ...]
    """Asked of every site; several may be there, or none."""
    people: tuple[Item, ...]
    networks: tuple[Item, ...]
    levels: tuple[Item, ...]
    """How loud it is, in words; each may be backed by a measurement."""
    willingness: tuple[Item, ...]

    @property
    def items(self) -> dict[str, Words]:
        """Code → words of everything that has a code."""
        groups = (self.devices, self.people, self.networks, self.levels, self.willingness)
        return {item.code: item.words for group in groups for item in group}


def _item(code: str, zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Item:
    return Item(code, Words(zh, en), Words(hint_zh, hint_en))


_DEVICES = (
    _item(
        "D1",
        "可联网、带摄像头的电脑",
        "Networked computer with a camera",
        "台数；可登记型号",
        "How many; model if known",
    ),
    _item(
        "D2",
        "可联网的智能手机",
        "Networked smartphone",
        "能拿着走到现场的台数",
        "How many can be carried around the site",
    ),
    _item(
        "D3",
        "能使用指定的远程软件，且有人会用",
        "Can use the remote software named, and somebody is able to",
        "能使用的软件名称",
        "Which software",
    ),
    _item("D4", "高清照相设备", "High-definition photo camera", "台数、型号", "How many, model"),
    _item(
        "D5",
        "高清摄像设备（联网、可直播）",
        "High-definition video camera (networked, live)",
        "台数、型号、安装位置",
        "How many, model, where mounted",
    ),
    _item(
        "D6",
        "降噪耳机和话筒",
        "Noise-cancelling headset and microphone",
        "副数、型号",
        "How many, model",
    ),
    _item(
        "D7",
        "良好的网络",
        "Good network",
        "审核时要走到的地方是否都有信号",
        "Whether it reaches every place to be shown",
    ),
    _item(
        "D8",
        "电源保障（备用电池 / 充电宝）",
        "Power (spare battery, power bank)",
        "数量，大约能用几小时",
        "How many, for about how many hours",
    ),
    _item(
        "D9",
        "双方约定的其他设备",
        "Other equipment agreed upon",
        "名称和数量",
        "What, and how many",
    ),
)

_PEOPLE = (
    _item(
        "P1",
        "按要求安排远程审核事务的人员",
        "Somebody who arranges remote matters on request",
        "姓名和电话",
        "Name and telephone",
    ),
    _item(
        "P2",
        "协助不熟悉工具的受访人员的人员",
        "Somebody who helps interviewees unskilled in the tools",
        "姓名和电话",
        "Name and telephone",
    ),
    _item(
        "P3",
        "及时处理突发情况的人员",
        "Somebody who handles incidents in time",
        "姓名和电话，审核期间须能接通",
        "Name and telephone that is answered during the audit",
    ),
)

_NETWORKS = (
    _item("wired", "有线网络", "Wired"),
    _item("wifi", "无线局域网", "Wi-Fi"),
    _item("mobile", "手机网络（4G / 5G）", "Mobile (4G / 5G)"),
    _item("none", "没有网络", "No network"),
)

_LEVELS = (
    _item("quiet", "安静", "Quiet", "正常说话听得清楚", "Normal speech is heard clearly"),
    _item("moderate", "一般", "Moderate", "需要稍微提高声音", "The voice is raised a little"),
    _item("loud", "吵闹", "Loud", "一米外要大声说话", "One has to speak up at one metre"),
    _item("very_loud", "非常吵闹", "Very loud", "需要佩戴护耳", "Hearing protection is worn"),
)

_WILLINGNESS = (
    _item("yes", "愿意接受远程审核", "Willing to be audited remotely"),
    _item("partly", "部分愿意，有例外", "Willing in part, with exceptions"),
    _item("no", "不愿意，请到现场", "Not willing; please come on site"),
)

QUESTIONNAIRES: dict[str, Questionnaire] = {
    EDITION: Questionnaire(EDITION, _DEVICES, _PEOPLE, _NETWORKS, _LEVELS, _WILLINGNESS),
}


def questionnaire(edition: str = EDITION) -> Questionnaire:
    """One edition; the current one by default."""
    return QUESTIONNAIRES[edition]
