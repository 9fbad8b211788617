"""``/api/evidence``: what was shown, handed over or captured in an audit."""

from ninja import Router

from mingjian.evidence.api.items import of_cases as items_of_cases
from mingjian.evidence.api.items import router as items
from mingjian.evidence.api.key_exports import router as key_exports
from mingjian.evidence.api.profiles import router as profiles

router = Router(tags=["evidence"])
router.add_router("/cases", items_of_cases)
router.add_router("/items", items)
router.add_router("/profile", profiles)
router.add_router("/key-exports", key_exports)
