"""Sample calls of live sessions."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

API = "/api/rooms"
CASE, ONE = f"{API}/cases/{{case_id}}", f"{API}/sessions/{{session_id}}"
PERSON, BREAK = f"{API}/participants/{{participant_id}}", f"{API}/breaks/{{break_id}}"
TIME = {
    "local_start": "2036-11-23T10:00",
    "local_end": "2036-11-23T11:00",
    "zone": "Asia/Shanghai",
}


def room(world: World) -> dict[str, Any]:
    return {"room_id": str(world.ids["room_id"])}


SAMPLES: dict[str, Sample] = {
    f"GET {API}/sessions": Sample(),
    f"POST {CASE}/plan": Sample(ok=CONFLICT),
    f"POST {CASE}/sessions": Sample(body=lambda w: {"title": "补充会议", **TIME}),
    f"GET {ONE}": Sample(),
    f"PUT {ONE}/time": Sample(body=lambda w: {"version": 2, **TIME}),
    f"POST {ONE}/extension": Sample(body=lambda w: {"minutes": 30}),
    f"POST {ONE}/rooms": Sample(body=lambda w: {"name": "采购组"}),
    f"POST {ONE}/entry": Sample(),
    f"POST {ONE}/ticket": Sample(ok=frozenset({503})),
    f"POST {ONE}/start": Sample(),
    f"POST {ONE}/end": Sample(ok=CONFLICT),
    f"POST {ONE}/cancellation": Sample(body=reason),
    f"PUT {ONE}/lock": Sample(body=lambda w: {"is_locked": True}),
    f"PUT {ONE}/host": Sample(body=lambda w: {"participant_id": str(w.ids["host_participant"])}),
    f"POST {ONE}/mute": Sample(),
    f"PUT {ONE}/room": Sample(body=room),
    f"PUT {ONE}/hand": Sample(body=lambda w: {"is_raised": True}),
    f"POST {ONE}/breaks": Sample(body=lambda w: {"minutes": 10}, ok=CONFLICT),
    f"GET {ONE}/ledger": Sample(),
    f"GET {ONE}/messages": Sample(),
    f"POST {ONE}/messages": Sample(body=lambda w: {"text": "已收到"}),
    f"POST {PERSON}/admission": Sample(),
    f"POST {PERSON}/denial": Sample(),
    f"POST {PERSON}/removal": Sample(),
    f"PUT {PERSON}/room": Sample(body=room),
    f"DELETE {PERSON}/hand": Sample(),
    f"POST {BREAK}/agreement": Sample(ok=frozenset({200, 403})),
    f"POST {BREAK}/withdrawal": Sample(),
    f"POST {BREAK}/end": Sample(ok=CONFLICT),
}
