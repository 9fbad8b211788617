"""``/api/identity``: people, roles, organisations, the own tenant and oneself."""

from ninja import Router

from mingjian.identity.api.me import router as me
from mingjian.identity.api.organisations import router as organisations
from mingjian.identity.api.people import router as people
from mingjian.identity.api.setup import router as setup
from mingjian.identity.api.tenant import router as tenant

router = Router(tags=["identity"])
router.add_router("", setup)
router.add_router("/me", me)
router.add_router("/people", people)
router.add_router("/organisations", organisations)
router.add_router("/tenant", tenant)
