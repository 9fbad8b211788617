"""Qualifications from a workbook: checked row by row, confirmed, undone."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from mingjian.identity.models import Person
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Email, Input, Line, OptionalLine
from mingjian.kit.words import in_language
from mingjian.programme.models import Qualification, QualifiedAs
from mingjian.programme.rules.schemes import SCHEMES
from mingjian.programme.services.competence import grant_qualification

CODE = re.compile(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*")
UNKNOWN = ("本机构没有使用此邮箱的在用人员。", "Nobody active of your body has this address.")
OWN = ("不能为自己授予资格。", "Nobody grants a qualification of their own.")
NO_SCHEME = ("没有这个领域。可选：{all}", "No such scheme. Choose from: {all}")
NO_ROLE = ("没有这个角色。可选：{all}", "No such role. Choose from: {all}")
NO_CODE = ("“{code}”不是专业代码。", "“{code}” is no technical code.")
ORDER = ("截止日期早于生效日期。", "The last day is before the first.")
REPEATED = ("与前面的行重复。", "An earlier row has the same.")
HELD = ("此人已有这一资格，请在页面上延期或修改。", "Held already: renew or change it on the page.")
IN_USE = ("此后已被修改或撤销，予以保留。", "Changed or withdrawn since; kept.")


class QualificationRow(Input):
    email: Email
    scheme: Line
    role: Line
    codes: OptionalLine = ""
    valid_from: date
    valid_to: date | None = None
    evidence: Line


class QualificationsImport(Kind[QualificationRow]):
    name = "qualifications"
    title = ("能力", "Qualifications")
    note = (
        "人员须已登记；一行一项资格。不能为自己授予资格。",
        "People must be registered; one qualification a row. Nobody grants their own.",
    )
    page = "/competence"
    rule = Rule("qualifications", "C")
    row = QualificationRow
    columns = (
        Column("email", ("邮箱", "E-mail"), "chen@example.com", ("必填", "required")),
        Column("scheme", ("领域", "Scheme"), "QMS", ("QMS、EMS、OHSMS、ISMS", "one of the four")),
        Column(
            "role",
            ("角色", "Role"),
            "LA",
            ("LA、AU、TE、TR、REV、DM 或中文名称", "LA, AU, TE, TR, REV, DM or its Chinese name"),
        ),
        Column(
            "codes",
            ("专业代码", "Technical codes"),
            "17.06 18.05",
            ("用空格、顿号或逗号分隔；可不填", "with spaces or commas; optional"),
        ),
        Column("valid_from", ("生效日期", "Valid from"), "2026-01-01", ("必填", "required")),
        Column("valid_to", ("有效期至", "Valid to"), "2028-12-31", ("可不填", "optional")),
        Column("evidence", ("依据", "Evidence"), "注册证书、见证报告", ("必填", "required")),
    )

    def check(self, row: QualificationRow) -> dict[str, str]:
        wrong = {name: in_language(said) for name, said in self._faults(row).items()}
        if wrong:
            return wrong
        person, role = self._person(row.email), _role(row.role)
        if self.is_repeated((row.email, row.scheme, role)):
            return {"role": in_language(REPEATED)}
        held = Qualification.objects.filter(
            person=person, scheme=row.scheme, role=role, ended_at=None
        )
        return {"role": in_language(HELD)} if held.exists() else {}

    def make(self, row: QualificationRow) -> UUID:
        person = self._person(row.email)
        assert person is not None  # noqa: S101  (checked when it was read)
        values = row.model_dump(exclude={"email"}) | {
            "role": _role(row.role),
            "codes": _codes(row.codes),
        }
        granted = grant_qualification(viewer=self.viewer, person_id=person.id, values=values)
        return granted.id

    def unmake(self, made: UUID) -> str:
        row = Qualification.objects.filter(id=made, version=1, ended_at=None).first()
        if row is None:
            return in_language(IN_USE)
        before = row.digest()
        Qualification.objects.filter(id=made).delete()
        record(self.viewer, "qualification.removed", row, before=before, removed=True)
        return ""

    def _faults(self, row: QualificationRow) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        person = self._person(row.email)
        if person is None:
            found["email"] = UNKNOWN
        elif person.id == self.viewer.person_id:
            found["email"] = OWN
        if row.scheme not in SCHEMES:
            found["scheme"] = _filled(NO_SCHEME, all="、".join(SCHEMES))
        if _role(row.role) not in QualifiedAs.values:
            found["role"] = _filled(NO_ROLE, all="、".join(QualifiedAs.values))
        if strange := [code for code in _codes(row.codes) if not CODE.fullmatch(code)]:
            found["codes"] = _filled(NO_CODE, code=strange[0])
        if row.valid_to and row.valid_to < row.valid_from:
            found["valid_to"] = ORDER
        return found

    def _person(self, email: str) -> Person | None:
        mine = Person.objects.filter(owner_id=self.viewer.tenant_id, is_active=True)
        return mine.filter(email=email).first()


def _filled(said: tuple[str, str], **params: Any) -> tuple[str, str]:
    return said[0].format(**params), said[1].format(**params)


def _role(text: str) -> str:
    """The code of a role that was typed as its code or its Chinese name."""
    named: dict[str, str] = {str(label): code for code, label in QualifiedAs.choices}
    return named.get(text, text.upper())


def _codes(text: str) -> list[str]:
    return list(filter(None, re.split(r"[\s、,，;；]+", text)))
