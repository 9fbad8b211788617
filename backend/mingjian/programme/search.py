"""Audits in the search box: by plan number, or by the client's name or pinyin initials."""

from collections.abc import Iterator

from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.search import Hit
from mingjian.kit.words import Words
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.guides import draft, guides, published

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


class GuideSearch:
    """Guides and questions, by any word of their text."""

    kind = "guides"
    title = Words("指南", "Guides")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterator[Hit]:
        if not authority().grants(viewer, Rule("guides", "R")):
            return
        for row in guides(viewer, search=text)[:limit]:
            shown = published(row) or draft(row)
            if shown:
                yield Hit(
                    key=str(row.id),
                    title=str(Words(shown.title_zh, shown.title_en or shown.title_zh)),
                    subtitle=" ".join(row.schemes),
                    href=f"/guides?guide={row.id}",
                )
