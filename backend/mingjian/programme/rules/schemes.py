"""Certification schemes, and the standards that they audit against."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme (认证领域) with the editions of its standard, national and international."""

    code: str
    zh: str
    en: str
    standard_cn: str
    standard: str


SCHEMES: dict[str, Scheme] = {
    scheme.code: scheme
    for scheme in (
        Scheme("QMS", "质量管理体系", "Quality", "GB/T 19001-2016", "ISO 9001:2015"),
        Scheme("EMS", "环境管理体系", "Environment", "GB/T 24001-2016", "ISO 14001:2015"),
        Scheme(
            "OHSMS",
            "职业健康安全管理体系",
            "Occupational health and safety",
            "GB/T 45001-2020",
            "ISO 45001:2018",
        ),
        Scheme(
            "ISMS",
            "信息安全管理体系",
            "Information security",
            "GB/T 22080-2025",
            "ISO/IEC 27001:2022",
        ),
    )
}


def are_schemes(codes: Iterable[str]) -> bool:
    """Whether ``codes`` are one or more known schemes, none of them twice."""
    listed = list(codes)
    return bool(listed) and len(set(listed)) == len(listed) and set(listed) <= set(SCHEMES)


def in_order(codes: Iterable[str]) -> list[str]:
    """The codes in the order of the register, however they were typed."""
    wanted = set(codes)
    return [code for code in SCHEMES if code in wanted]
