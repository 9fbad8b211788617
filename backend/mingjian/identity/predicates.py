"""What each bracket of the matrix means: named predicates over who asks and the object's facts."""

from collections.abc import Callable

from mingjian.kit.access import Facts, Viewer

Predicate = Callable[[Viewer, Facts], bool]
QUALIFIERS: dict[str, Predicate] = {}


def qualifier(name: str) -> Callable[[Predicate], Predicate]:
    """Give a predicate the name under which the matrix calls it."""

    def register(predicate: Predicate) -> Predicate:
        QUALIFIERS[name] = predicate
        return predicate

    return register


@qualifier("own")
def is_own(viewer: Viewer, facts: Facts) -> bool:
    """About or by the person, or about the viewer's own organisation."""
    return viewer.person_id in facts.people or viewer.tenant_id == facts.party_id


@qualifier("own item")
def is_own_item(viewer: Viewer, facts: Facts) -> bool:
    """The one plan item or session that names the person, or to which the link is bound."""
    bound = bool(viewer.scope) and viewer.scope == str(facts.object_id)
    return bound or viewer.person_id in facts.people


@qualifier("assigned")
def is_assigned(viewer: Viewer, facts: Facts) -> bool:
    """An auditor gave it to this expert."""
    return viewer.person_id in facts.assigned


@qualifier("asked")
def is_asked(viewer: Viewer, facts: Facts) -> bool:
    """The lead auditor asked this person to do it."""
    return viewer.person_id in facts.asked


@qualifier("sample")
def is_in_sample(viewer: Viewer, facts: Facts) -> bool:
    """Drawn for monitoring, by somebody who is not of the team that is monitored."""
    return facts.is_in_sample and viewer.person_id not in facts.team


@qualifier("live only")
def is_live(viewer: Viewer, facts: Facts) -> bool:
    """While the session runs; afterwards an observer sees nothing of it."""
    return facts.is_live


@qualifier("by request")
def is_requested(viewer: Viewer, facts: Facts) -> bool:
    """Under an authorised request of the viewer's authority that is in force."""
    return viewer.tenant_id in facts.requested_by


@qualifier("draft")
def is_draft(viewer: Viewer, facts: Facts) -> bool:
    """Not yet raised: an expert proposes, an auditor decides."""
    return facts.state == "draft"


@qualifier("issued")
def is_issued(viewer: Viewer, facts: Facts) -> bool:
    """Signed and sent; a draft is nobody's but the team's."""
    return facts.state == "issued"


@qualifier("unapproved")
def is_unapproved(viewer: Viewer, facts: Facts) -> bool:
    """Waiting for a programme manager; what is approved changes by a new version only."""
    return facts.state == "unapproved"


def _aspect(name: str) -> None:
    """A qualifier that opens one aspect of an object and leaves the rest closed."""

    @qualifier(name)
    def is_aspect(viewer: Viewer, facts: Facts) -> bool:
        return facts.aspect == name


_aspect("sum")  # a risk matrix's totals, without its rows
_aspect("object")  # the client's objection to a team member
_aspect("consent")  # the client's consent to being recorded
_aspect("population")  # the list from which the auditor draws
_aspect("proof")  # that a sample was drawn as committed, without what was drawn
_aspect("respond")  # the client's answer to a finding, never its wording or grade
_aspect("counts")  # how many findings of which grade
_aspect("result")  # what was decided, without the reviewer's notes
_aspect("cert")  # the certificate of deletion
