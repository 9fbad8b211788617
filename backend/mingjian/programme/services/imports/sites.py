"""Sites of clients from a workbook."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.identity.rules import is_zone
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.identity.services.imports.parties import party_named
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Input, Line, OptionalLine
from mingjian.kit.words import in_language
from mingjian.programme.models import PlanItem, Site, SiteKind
from mingjian.programme.rules.headcount import Headcount, faults
from mingjian.programme.services.sites import add_site

REPEATED = ("与前面的行重复。", "An earlier row has the same.")
REGISTERED = ("该客户已有同名场所。", "This client has a site of that name already.")
NOT_A_KIND = ("可选：固定场所、虚拟场所、临时场所。", "One of: physical, virtual, temporary.")
NOT_A_ZONE = ("不认识的时区，请填写如 Asia/Shanghai。", "Unknown time zone; e.g. Asia/Shanghai.")
IN_USE = (
    "该场所已用于审核计划或已被修改，予以保留。",
    "Is used in a plan or was changed since; kept.",
)
OPTIONAL = ("可不填", "optional")

People = Annotated[int, Field(ge=0, le=1_000_000)]
KINDS = {name: kind.value for kind in SiteKind for name in (kind.value, str(kind.label))}


class SiteRow(Input):
    organisation: Line
    name: Line
    kind: OptionalLine = "physical"
    address: OptionalLine = ""
    zone: OptionalLine = "Asia/Shanghai"
    processes: Annotated[str, StringConstraints(max_length=1000)] = ""
    full_time: People = 0
    part_time: People = 0
    contractors: People = 0
    repetitive: People = 0


class SitesImport(Kind[SiteRow]):
    name = "sites"
    title = ("场所", "Sites")
    note = (
        "登记客户的场所及其人数；客户须先登记。各班次人数可之后在场所中填写。",
        "Registers clients' sites with their people; clients must be registered first. "
        "Shifts are entered at the site afterwards.",
    )
    page = "/sites"
    rule = Rule("programme", "C")
    row = SiteRow
    columns = (
        Column(
            "organisation",
            ("客户", "Client"),
            "蓝海精密制造有限公司",
            ("名称或统一社会信用代码，须已登记", "name or credit code, registered before"),
        ),
        Column("name", ("场所", "Site"), "三水分厂", ("必填", "required")),
        Column("kind", ("类别", "Kind"), "固定场所", NOT_A_KIND),
        Column("address", ("地址", "Address"), "广东省佛山市三水区", OPTIONAL),
        Column("zone", ("时区", "Time zone"), "Asia/Shanghai", OPTIONAL),
        Column("processes", ("过程", "Processes"), "热处理、表面处理", OPTIONAL),
        Column("full_time", ("全职人数", "Full time"), "86", OPTIONAL),
        Column("part_time", ("兼职人数", "Part time"), "0", OPTIONAL),
        Column("contractors", ("承包方人数", "Contractors"), "4", OPTIONAL),
        Column("repetitive", ("重复性岗位人数", "In repetitive roles"), "30", OPTIONAL),
    )

    def check(self, row: SiteRow) -> dict[str, str]:
        wrong = {
            field: in_language(both) for field, both in faults(_headcount(row)).items()
        } | self._wrong_place(row)
        try:
            party = party_named(self.viewer, row.organisation)
        except ValueError as refusal:
            return {"organisation": str(refusal), **wrong}
        if self.is_repeated((party.id, row.name)):
            wrong["name"] = in_language(REPEATED)
        elif Site.objects.filter(
            owner_id=self.viewer.tenant_id, client=party, name=row.name
        ).exists():
            wrong["name"] = in_language(REGISTERED)
        return wrong

    def _wrong_place(self, row: SiteRow) -> dict[str, str]:
        wrong = {}
        if row.kind.lower() not in KINDS:
            wrong["kind"] = in_language(NOT_A_KIND)
        if not is_zone(row.zone):
            wrong["zone"] = in_language(NOT_A_ZONE)
        return wrong

    def make(self, row: SiteRow) -> UUID:
        values: dict[str, Any] = row.model_dump(include={"name", "address", "zone", "processes"})
        site = add_site(
            viewer=self.viewer,
            client_id=party_named(self.viewer, row.organisation).id,
            values={
                **values,
                "kind": KINDS[row.kind.lower()],
                "headcount": _headcount(row).stored(),
            },
        )
        return site.id

    def unmake(self, made: UUID) -> str:
        site = Site.objects.filter(id=made, version=1).first()
        if site is None or PlanItem.objects.filter(site=site).exists():
            return in_language(IN_USE)
        before = site.digest()
        Site.objects.filter(id=made).delete()
        record(self.viewer, "site.removed", site, before=before, removed=True)
        return ""


def _headcount(row: SiteRow) -> Headcount:
    names = {"full_time", "part_time", "contractors", "repetitive"}
    return Headcount(**row.model_dump(include=names))
