"""What signing in leaves behind: journal entries and letters."""

from uuid import UUID

from mingjian.identity.queries.seats import Seat
from mingjian.journal.models import Entry
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope


def entries(owner_id: UUID, prefix: str) -> list[tuple[str, str]]:
    """Action and actor of a tenant's entries, in order."""
    with tenant_scope({owner_id}):
        found = Entry.objects.filter(owner_id=owner_id, action__startswith=prefix)
        return list(found.order_by("seq").values_list("action", "actor"))


def actions(who: Seat) -> list[tuple[str, str]]:
    """What the journal says about the logins of somebody's tenant."""
    return entries(who.tenant.id, "login.")


def letters(owner_id: UUID, to: str) -> list[str]:
    """The letters a tenant wrote to an address, by template, in order."""
    with tenant_scope({owner_id}):
        mine = Letter.objects.filter(owner_id=owner_id, to=to)
        return list(mine.order_by("written_at").values_list("template", flat=True))


def last_letter(owner_id: UUID, to: str) -> str:
    """What the newest letter to an address says."""
    with tenant_scope({owner_id}):
        return Letter.objects.filter(owner_id=owner_id, to=to).latest("written_at").read().text


def token_in(text: str) -> str:
    """What stands behind ``#`` in the letter's link."""
    return text.split("#")[1].split()[0]
