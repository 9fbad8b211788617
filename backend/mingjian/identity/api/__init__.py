"""``/api/identity``: people, roles, organisations, the own tenant, oneself, and ways in."""

from ninja import Router

from mingjian.identity.api.guests import router as guests
from mingjian.identity.api.imports import router as imports
from mingjian.identity.api.invitations import router as invitations
from mingjian.identity.api.logins import router as logins
from mingjian.identity.api.me import router as me
from mingjian.identity.api.organisations import router as organisations
from mingjian.identity.api.people import router as people
from mingjian.identity.api.setup import router as setup
from mingjian.identity.api.tenant import router as tenant

router = Router(tags=["identity"])
router.add_router("", setup)
router.add_router("/imports", imports)
router.add_router("/me", me)
router.add_router("/people", people)
router.add_router("/organisations", organisations)
router.add_router("/tenant", tenant)
router.add_router("/logins", logins)
router.add_router("/invitations", invitations)
router.add_router("/guest-links", guests)
