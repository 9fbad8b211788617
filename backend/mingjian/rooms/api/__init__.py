"""``/api/rooms``: live sessions of audits."""

from ninja import Router

from mingjian.rooms.api.breaks import router as breaks
from mingjian.rooms.api.participants import router as participants
from mingjian.rooms.api.planning import of_cases
from mingjian.rooms.api.planning import router as planning
from mingjian.rooms.api.sessions import router as sessions

router = Router(tags=["rooms"])
router.add_router("/cases", of_cases)
router.add_router("/sessions", planning)
router.add_router("/sessions", sessions)
router.add_router("/participants", participants)
router.add_router("/breaks", breaks)
