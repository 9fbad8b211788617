"""People and organisations in the search box: by any part of a name, or by pinyin initials."""

from collections.abc import Iterator

from mingjian.identity.queries.organisations import engagements, kind_in_words
from mingjian.identity.queries.people import people, roles_in_words
from mingjian.identity.queries.tenants import administering
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.search import Hit
from mingjian.kit.words import Words

PEOPLE, ORGANISATIONS = Rule("people", "R"), Rule("organisations", "R")


class PeopleSearch:
    """People of the own organisation and of those it engages."""

    kind = "people"
    title = Words("人员", "People")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterator[Hit]:
        grants = authority().grants(viewer, PEOPLE)
        if not grants:
            return
        with administering(viewer):
            rows = list(people(viewer, grants, search=text)[:limit])
        for row in rows:
            yield Hit(
                key=str(row.id),
                title=row.name,
                subtitle=" · ".join(filter(None, (row.email, roles_in_words(row)))),
                href=f"/people/{row.id}",
            )


class OrganisationSearch:
    """Clients and authorities that the body engages."""

    kind = "organisations"
    title = Words("组织", "Organisations")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterator[Hit]:
        if not authority().grants(viewer, ORGANISATIONS):
            return
        for row in engagements(viewer, search=text)[:limit]:
            yield Hit(
                key=str(row.party_id),
                title=row.party.name,
                subtitle=" · ".join(
                    filter(None, (kind_in_words(row.party), row.party.credit_code))
                ),
                href=f"/organisations/{row.party_id}",
            )
