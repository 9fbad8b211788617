"""Who appears in the demo: organisations and people, all invented."""

from dataclasses import dataclass

PASSWORD = "mingjian-demo"  # noqa: S105  (shown to everybody who starts the demo)
"""Every demo login's password; a production installation has no demo."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, the role they act in, and the day they joined (days before today)."""

    name: str
    mailbox: str
    role: str
    says: str
    joined: int
    phone: str = ""
    language: str = "zh-hans"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate from before this platform, valid for three years."""

    number: str
    scheme: str
    standard: str
    issued: int
    """Days before today."""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation with its people; the first one is its contact."""

    kind: str
    domain: str
    profile: dict[str, str]
    people: tuple[Actor, ...]
    since: int
    covers: str = ""
    certificates: tuple[Certificate, ...] = ()

    def address(self, actor: Actor) -> str:
        return f"{actor.mailbox}@{self.domain}"


BODY = Party(
    kind="body",
    domain="zhongjian.example",
    since=980,
    profile={
        "name": "中鉴认证有限公司",
        "name_en": "Zhongjian Certification Co., Ltd.",
        "short_name": "中鉴认证",
        "credit_code": "91440101MA5DEM01X5",
        "approval_number": "CNCA-R-2019-523",
        "address": "广东省广州市天河区科韵路 16 号",
        "zone": "Asia/Shanghai",
    },
    people=(
        Actor("林晓峰", "linxiaofeng", "ADM", "机构管理员", 980, "020-5550 0101"),
        Actor("赵敏华", "zhaominhua", "PM", "审核方案管理", 972, "020-5550 0112"),
        Actor("孙立", "sunli", "REV", "申请评审人员", 965, "020-5550 0115"),
        Actor("陈静", "chenjing", "LA", "审核组长", 958, "138 0013 0001"),
        Actor("王磊", "wanglei", "AU", "审核员", 931, "138 0013 0002"),
        Actor("周敏", "zhoumin", "TE", "技术专家", 720, "138 0013 0003"),
        Actor("罗琳", "luolin", "OBS", "见证人", 410, "138 0013 0004", "en"),
        Actor("高志远", "gaozhiyuan", "DM", "认证决定人员", 955, "020-5550 0120"),
        Actor("许文婷", "xuwenting", "QS", "质量与监督", 902, "020-5550 0123"),
        Actor("何子轩", "hezixuan", "AU", "实习审核员", 96, "138 0013 0009"),
        Actor("唐宁", "tangning", "AU", "审核员", 880, "138 0013 0011"),
    ),
)

CLIENTS = (
    Party(
        kind="client",
        domain="huayuan.example",
        since=870,
        covers="QMS EMS",
        profile={
            "name": "华远精密机械有限公司",
            "name_en": "Huayuan Precision Machinery Co., Ltd.",
            "short_name": "华远精密",
            "credit_code": "91440605MA5DEM02XR",
            "address": "广东省佛山市南海区狮山科技工业园（另有三水分厂、广州销售中心）",
            "zone": "Asia/Shanghai",
        },
        people=(
            Actor("李明", "liming", "CC", "华远精密 · 审核协调员", 866, "139 2222 0001"),
            Actor("赵建国", "zhaojianguo", "CG", "华远精密 · 机加工车间主任", 210, "139 2222 0002"),
        ),
        certificates=(
            Certificate("52324Q10086R1M", "QMS", "GB/T 19001-2016", 610),
            Certificate("52324E10041R1M", "EMS", "GB/T 24001-2016", 610),
        ),
    ),
    Party(
        kind="client",
        domain="hongtai.example",
        since=655,
        covers="QMS",
        profile={
            "name": "宏泰电子科技股份有限公司",
            "name_en": "Hongtai Electronic Technology Co., Ltd.",
            "short_name": "宏泰电子",
            "credit_code": "91441900MA5DEM03XE",
            "address": "广东省东莞市松山湖高新区总部一路 5 号",
            "zone": "Asia/Shanghai",
        },
        people=(Actor("吴倩", "wuqian", "CC", "宏泰电子 · 审核协调员", 650, "137 3333 0001"),),
        certificates=(Certificate("52325Q10177R0L", "QMS", "GB/T 19001-2016", 400),),
    ),
)

AUTHORITY = Party(
    kind="authority",
    domain="scjg.example",
    since=590,
    profile={
        "name": "江海市市场监督管理局",
        "name_en": "Jianghai Administration for Market Regulation",
        "short_name": "江海市监局",
        "zone": "Asia/Shanghai",
    },
    people=(Actor("何宁", "hening", "REG", "认证监督管理科", 588, "0750-555 0009"),),
)

EVERYBODY = (BODY, *CLIENTS, AUTHORITY)
