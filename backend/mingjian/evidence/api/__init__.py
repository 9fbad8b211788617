"""``/api/evidence``: what was shown, handed over or captured in an audit."""

from ninja import Router

from mingjian.evidence.api.deletions import of_cases as deletions_of_cases
from mingjian.evidence.api.deletions import router as deletions
from mingjian.evidence.api.external_records import of_cases as external_of_cases
from mingjian.evidence.api.external_records import router as external_records
from mingjian.evidence.api.items import of_cases as items_of_cases
from mingjian.evidence.api.items import router as items
from mingjian.evidence.api.keeping import of_cases as keeping_of_cases
from mingjian.evidence.api.keeping import of_items as keeping_of_items
from mingjian.evidence.api.key_exports import router as key_exports
from mingjian.evidence.api.key_holders import router as key_holders
from mingjian.evidence.api.parcels import bundles, parcels, recipients
from mingjian.evidence.api.parcels import of_cases as parcels_of_cases
from mingjian.evidence.api.profiles import router as profiles
from mingjian.evidence.api.redactions import of_items as originals_of_items
from mingjian.evidence.api.requests import of_cases as requests_of_cases
from mingjian.evidence.api.requests import of_items as checks_of_items
from mingjian.evidence.api.requests import router as requests
from mingjian.evidence.api.sampling import of_cases as samples_of_cases
from mingjian.evidence.api.sampling import router as samples

router = Router(tags=["evidence"])
router.add_router("/cases", items_of_cases)
router.add_router("/items", items)
router.add_router("/cases", requests_of_cases)
router.add_router("/items", checks_of_items)
router.add_router("/items", originals_of_items)
router.add_router("/requests", requests)
router.add_router("/profile", profiles)
router.add_router("/key-exports", key_exports)
router.add_router("/key-holders", key_holders)
router.add_router("/cases", parcels_of_cases)
router.add_router("/bundles", bundles)
router.add_router("/parcels", parcels)
router.add_router("/recipients", recipients)
router.add_router("/cases", keeping_of_cases)
router.add_router("/items", keeping_of_items)
router.add_router("/cases", external_of_cases)
router.add_router("/external", external_records)
router.add_router("/cases", deletions_of_cases)
router.add_router("", deletions)
router.add_router("/cases", samples_of_cases)
router.add_router("/samples", samples)
