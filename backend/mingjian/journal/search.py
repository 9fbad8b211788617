"""The journal in the search box: by reason, or by the name of who did it or to what."""

from collections.abc import Iterator
from urllib.parse import quote

from mingjian.journal.queries.entries import entries, entry_views, narrowed
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.search import Hit
from mingjian.kit.words import Words


class JournalSearch:
    """Entries that the viewer may read, newest first."""

    kind = "journal"
    title = Words("日志", "Journal")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterator[Hit]:
        grants = authority().grants(viewer, Rule("journal", "R"))
        if not grants:
            return
        rows = narrowed(viewer, entries(viewer, grants), search=text)[:limit]
        for view in entry_views(viewer, rows):
            yield Hit(
                key=f"{view['owner_id']}/{view['seq']}",
                title=" → ".join(filter(None, (view["actor_name"], view["object_name"]))),
                subtitle=" · ".join(filter(None, (f"№ {view['seq']}", view["reason"]))),
                href=f"/journal?search={quote(text)}",
            )
