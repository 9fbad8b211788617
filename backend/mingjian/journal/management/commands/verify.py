"""``manage.py verify``: does everything stand as it was written down?"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandParser

from mingjian.journal.queries import findings
from mingjian.journal.rules.findings import Finding
from mingjian.kit.tenancy import every_tenant, tenant_scope

SHOWN = 1000


class Command(BaseCommand):
    help = "Verify the journal of every tenant, or of one; exits with 1 if anything is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tenant", type=UUID, help="this tenant's journal only")
        parser.add_argument("--rows", action="store_true", help="also every row it speaks of")
        parser.add_argument("--contents", action="store_true", help="also keys and sealed files")
        parser.add_argument("--json", action="store_true", help="one JSON object per finding")

    def handle(self, *args: Any, **options: Any) -> None:
        tenants = [options["tenant"]] if options["tenant"] else every_tenant()()
        found = 0
        for tenant in tenants:
            for finding in islice(_findings(tenant, options), SHOWN):
                found += 1
                self._show(tenant, finding, as_json=options["json"])
        if found:
            raise SystemExit(1)
        if not options["json"]:
            self.stdout.write(
                f"{len(tenants)} 个组织的日志验证无误。"
                f"The journals of {len(tenants)} organisations verify."
            )

    def _show(self, tenant: UUID, finding: Finding, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"tenant": str(tenant), **finding.as_json()}))
        else:
            about = f"{finding.object_kind} {finding.object_id}".strip()
            self.stdout.write(f"{tenant} {about}\n  {finding.zh}\n  {finding.en}")


def _findings(tenant: UUID, options: dict[str, Any]) -> Iterator[Finding]:
    with tenant_scope([tenant]):
        yield from findings(tenant, with_rows=options["rows"], with_contents=options["contents"])
