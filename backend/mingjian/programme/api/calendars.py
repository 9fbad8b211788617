"""``/api/programme/calendar.ics``: what the viewer has to do, for a calendar program."""

from django.http import HttpResponse
from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.streaming import saved
from mingjian.programme.queries.appointments import personal_calendar

router = Router()


@router.get("/calendar.ics")
@requires("plan", "R")
def read_own_calendar(request: AuthorisedRequest) -> HttpResponse:
    """Every issued item that names the viewer, of all audits, on the viewer's clock."""
    content = personal_calendar(request.viewer)
    return saved(content, "mingjian.ics", "text/calendar; charset=utf-8")
