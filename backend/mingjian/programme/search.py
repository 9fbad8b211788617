"""Audits in the search box: by plan number, or by the client's name or pinyin initials."""

from collections.abc import Iterator

from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.search import Hit
from mingjian.kit.words import Words
from mingjian.programme.queries.cases import cases

READ = Rule("programme", "R")


class CaseSearch:
    """Cases the viewer may see."""

    kind = "cases"
    title = Words("审核", "Audits")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterator[Hit]:
        if not authority().grants(viewer, READ):
            return
        for row in cases(viewer, search=text)[:limit]:
            yield Hit(
                key=str(row.id),
                title=f"{row.client.short_name or row.client.name} · {row.number}",
                subtitle=" ".join(row.schemes),
                href=f"/audits/{row.id}",
            )
