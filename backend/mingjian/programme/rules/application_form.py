"""What an application must hold before it is submitted: one sentence per field that does not."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mingjian.identity.rules import is_credit_code, is_zone
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.rules.headcount import faults as headcount_faults
from mingjian.programme.rules.schemes import are_schemes

Both = tuple[str, str]
"""A sentence in Chinese and in English."""

REQUIRED: dict[str, Both] = {
    "name": ("请填写组织的全称。", "Give the full name of the organisation."),
    "address": ("请填写注册地址。", "Give the registered address."),
    "contact_name": ("请填写联系人。", "Name a contact person."),
    "contact_phone": ("请填写联系电话。", "Give a telephone number."),
    "scope": ("请说明申请认证的范围。", "Describe the scope to be certified."),
}
NO_SITES = ("请至少填写一个场所。", "Enter at least one site.")
NOBODY = ("该场所的总人数应大于 0。", "Somebody must work at this site.")


def code_of(form: Mapping[str, Any]) -> str:
    """The unified social credit code as it is kept: upper case, no spaces."""
    return "".join(str(form.get("credit_code", "")).split()).upper()


def faults(form: Mapping[str, Any]) -> dict[str, Both]:
    """Field → sentence; empty where the application may be submitted."""
    found = {name: both for name, both in REQUIRED.items() if not form.get(name)}
    found |= dict(_identity(form)) | dict(_wishes(form)) | dict(_sites(form))
    return found


def _identity(form: Mapping[str, Any]) -> Iterator[tuple[str, Both]]:
    if form.get("is_foreign"):
        if not form.get("registration"):
            yield (
                "registration",
                ("请填写注册登记号。", "Give the number under which you are registered."),
            )
    elif not is_credit_code(code_of(form)):
        yield (
            "credit_code",
            (
                "统一社会信用代码不正确（18 位，末位为校验码）。境外组织请勾选“境外组织”。",
                "This is not a unified social credit code (18 characters, the last one a check "
                "character). Organisations outside China tick the box for them.",
            ),
        )
    if not _is_email(form.get("contact_email", "")):
        yield "contact_email", ("请填写正确的邮箱。", "Give an e-mail address.")


def _wishes(form: Mapping[str, Any]) -> Iterator[tuple[str, Both]]:
    if not are_schemes(form.get("schemes", ())):
        yield "schemes", ("请选择申请的认证领域。", "Choose the schemes you apply for.")
    first, last = form.get("wanted_from") or "", form.get("wanted_to") or ""
    if first and last and last < first:
        yield (
            "wanted_to",
            ("结束日期早于开始日期，请更正。", "The last day is before the first."),
        )
    if form.get("is_transfer") and not form.get("certificates"):
        yield (
            "certificates",
            ("转换认证须填写现有证书。", "For a transfer, enter the certificate you hold."),
        )


def _sites(form: Mapping[str, Any]) -> Iterator[tuple[str, Both]]:
    sites = form.get("sites", ())
    if not sites:
        yield "sites", NO_SITES
    names = Counter(site.get("name", "") for site in sites)
    for place, site in enumerate(sites):
        at = f"sites.{place}"
        yield from _named(at, site, names)
        if not is_zone(site.get("zone", "")):
            yield f"{at}.zone", ("请选择时区。", "Choose a time zone.")
        count = Headcount.of(site.get("headcount", {}))
        for name, both in headcount_faults(count).items():
            yield f"{at}.headcount.{name}", both
        if count.people == 0:
            yield f"{at}.headcount.full_time", NOBODY


def _named(
    at: str, site: Mapping[str, Any], names: Mapping[str, int]
) -> Iterator[tuple[str, Both]]:
    name = site.get("name", "")
    if not name:
        yield f"{at}.name", ("请填写场所名称。", "Give the site a name.")
    elif names[name] > 1:
        yield f"{at}.name", ("场所名称重复。", "Two sites have this name.")


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
