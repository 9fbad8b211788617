"""Clients and authorities."""

from typing import Literal
from uuid import UUID

from mingjian.identity.models import CertificateOnFile, Engagement, Person, Tenant
from mingjian.identity.queries.tenants import administered
from mingjian.identity.rules import is_credit_code
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.identity.services.organisations import engage_organisation
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Input, Line, OptionalLine
from mingjian.kit.words import in_language

KINDS = {
    "客户": "client",
    "受审核方": "client",
    "client": "client",
    "监管部门": "authority",
    "authority": "authority",
}
WRONG_CODE = ("统一社会信用代码不正确，请核对营业执照。", "Not a unified social credit code.")
REPEATED = ("与前面的行重复。", "An earlier row has the same.")
REGISTERED = ("该组织已登记。", "This organisation is registered already.")
IN_USE = (
    "该组织已有人员、证书或修改，予以保留。",
    "Has people or certificates, or was changed; kept.",
)


class OrganisationRow(Input):
    kind: Literal["客户", "受审核方", "client", "监管部门", "authority"]
    name: Line
    name_en: OptionalLine = ""
    short_name: OptionalLine = ""
    credit_code: OptionalLine = ""
    address: OptionalLine = ""


class OrganisationsImport(Kind[OrganisationRow]):
    name = "organisations"
    title = ("组织", "Organisations")
    note = (
        "可一次导入客户与监管部门；从今天起建立委托。",
        "Registers clients and authorities; they are engaged from today.",
    )
    page = "/organisations"
    rule = Rule("people", "C")
    row = OrganisationRow
    columns = (
        Column("kind", ("类别", "Kind"), "客户", ("必填：客户 或 监管部门", "client or authority")),
        Column("name", ("名称", "Name"), "蓝海精密制造有限公司", ("必填", "required")),
        Column("name_en", ("英文名称", "Name in English"), "", ("可不填", "optional")),
        Column("short_name", ("简称", "Short name"), "蓝海精密", ("可不填", "optional")),
        Column(
            "credit_code",
            ("统一社会信用代码", "Credit code"),
            "",
            ("18 位；境外组织不填", "18 characters; empty for foreign organisations"),
        ),
        Column("address", ("地址", "Address"), "", ("可不填", "optional")),
    )

    def check(self, row: OrganisationRow) -> dict[str, str]:
        kind, code = KINDS[row.kind], row.credit_code.upper()
        if code and not is_credit_code(code):
            return {"credit_code": in_language(WRONG_CODE)}
        field, value = ("credit_code", code) if code else ("name", row.name)
        if self.is_repeated((kind, field, value)):
            return {field: in_language(REPEATED)}
        mine = Engagement.objects.filter(owner_id=self.viewer.tenant_id, party__kind=kind)
        if mine.filter(**{f"party__{field}": value}).exists():
            return {field: in_language(REGISTERED)}
        return {}

    def make(self, row: OrganisationRow) -> UUID:
        engaged = engage_organisation(
            viewer=self.viewer, kind=KINDS[row.kind], profile=row.model_dump(exclude={"kind"})
        )
        return engaged.party_id

    def unmake(self, made: UUID) -> str:
        tenant = Tenant.objects.filter(id=made, version=1).first()
        has_people = Person.objects.filter(owner_id=made).exists()
        has_certificates = CertificateOnFile.objects.filter(party_id=made).exists()
        is_engaged = made in administered(self.viewer)
        if tenant is None or has_people or has_certificates or not is_engaged:
            return in_language(IN_USE)
        for engaged in Engagement.objects.filter(party=tenant):
            before = engaged.digest()
            Engagement.objects.filter(id=engaged.id).delete()
            record(self.viewer, "organisation.removed", engaged, before=before, removed=True)
        before = tenant.digest()
        Tenant.objects.filter(id=made).delete()
        record(self.viewer, "organisation.removed", tenant, before=before, removed=True)
        return ""
