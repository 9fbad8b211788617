"""Certificates that clients hold already, from the body's earlier records."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from mingjian.identity.models import CertificateOnFile
from mingjian.identity.models.certificates import CertificateStatus
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.identity.services.imports.parties import party_named
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Input, Line
from mingjian.kit.words import in_language

REPEATED = ("与前面的行重复。", "An earlier row has the same.")
REGISTERED = ("该证书编号已登记。", "A certificate with this number is on file.")
OUT_OF_ORDER = ("有效期早于发证日期。", "Expires before it was issued.")
NOT_A_STATUS = ("可选：有效、暂停、撤销、注销、过期。", "One of: {codes}.")
GONE = ("该证书已不存在。", "This certificate is no longer there.")

Short = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\n\r\t]*$")]


class CertificateRow(Input):
    organisation: Line
    number: Short
    scheme: Short
    standard: Short
    issued_on: date
    expires_on: date
    status: Short


class CertificatesImport(Kind[CertificateRow]):
    name = "certificates"
    title = ("证书", "Certificates")
    note = (
        "登记客户已持有的证书；其组织须先登记。",
        "Registers certificates that clients hold already; register their organisations first.",
    )
    page = "/organisations"
    rule = Rule("people", "C")
    row = CertificateRow
    columns = (
        Column(
            "organisation",
            ("组织", "Organisation"),
            "蓝海精密制造有限公司",
            ("名称或统一社会信用代码，须已登记", "name or credit code, registered before"),
        ),
        Column("number", ("证书编号", "Number"), "00125Q30001R0M", ("必填", "required")),
        Column("scheme", ("认证领域", "Scheme"), "QMS", ("必填", "required")),
        Column("standard", ("标准", "Standard"), "GB/T 19001-2016", ("必填", "required")),
        Column("issued_on", ("发证日期", "Issued"), "2025-03-01", ("必填", "required")),
        Column("expires_on", ("有效期至", "Expires"), "2028-02-29", ("必填", "required")),
        Column("status", ("状态", "Status"), "有效", NOT_A_STATUS),
    )

    def check(self, row: CertificateRow) -> dict[str, str]:
        wrong = {}
        try:
            party_named(self.viewer, row.organisation)
        except ValueError as refusal:
            wrong["organisation"] = str(refusal)
        if self.is_repeated(row.number):
            wrong["number"] = in_language(REPEATED)
        elif _on_file(self.viewer.tenant_id, row.number):
            wrong["number"] = in_language(REGISTERED)
        if row.expires_on < row.issued_on:
            wrong["expires_on"] = in_language(OUT_OF_ORDER)
        if row.status.lower() not in _STATUSES:
            codes = ", ".join(CertificateStatus.values)
            wrong["status"] = in_language(NOT_A_STATUS).format(codes=codes)
        return wrong

    def make(self, row: CertificateRow) -> UUID:
        certificate = CertificateOnFile.objects.create(
            owner_id=self.viewer.tenant_id,
            party=party_named(self.viewer, row.organisation),
            status=_STATUSES[row.status.lower()],
            **row.model_dump(exclude={"organisation", "status"}),
        )
        record(self.viewer, "certificate_on_file.added", certificate)
        return certificate.id

    def unmake(self, made: UUID) -> str:
        certificate = CertificateOnFile.objects.filter(id=made).first()
        if certificate is None:
            return in_language(GONE)
        before = certificate.digest()
        CertificateOnFile.objects.filter(id=made).delete()
        record(self.viewer, "certificate_on_file.removed", certificate, before=before, removed=True)
        return ""


_STATUSES = {
    name: status.value for status in CertificateStatus for name in (status.value, str(status.label))
}


def _on_file(owner_id: UUID, number: str) -> bool:
    return CertificateOnFile.objects.filter(owner_id=owner_id, number=number).exists()
