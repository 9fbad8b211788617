"""What nobody may overlook: a journal that did not verify."""

from collections.abc import Iterator

from mingjian.journal.models import Verification
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.status import Banner
from mingjian.kit.words import Words


class UnverifiedJournal:
    """On every page of those who may read the whole journal, until it verifies again."""

    def banners(self, viewer: Viewer) -> Iterator[Banner]:
        grants = authority().grants(viewer, Rule("journal", "R"))
        if all(grant.qualifier or grant.audit_id for grant in grants):
            return
        finished = Verification.objects.filter(owner_id=viewer.tenant_id, finished_at__isnull=False)
        latest = finished.order_by("-finished_at").first()
        if latest and latest.found:
            yield Banner("journal_unverified", "error", _words(latest.found))


def _words(found: int) -> Words:
    return Words(
        f"日志验证发现 {found} 处与记录不符。请在“日志”页面查看详情，并通知质量负责人。",
        f"Verifying the journal found {found} contradictions. See the journal page and tell"
        " whoever is responsible for quality.",
    )
