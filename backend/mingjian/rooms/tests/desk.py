"""One person before one session: what they do in the browser, and how the media server sees it."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.rooms.fake_media import FakeMedia
from mingjian.rooms.models import AuditSession
from mingjian.rooms.services.media_events import receive_event

JSON = "application/json"
RunJobs = Callable[[], int]


class Desk:
    """Calls of the API as that person, on that session."""

    def __init__(self, who: Seat, session: AuditSession, media: FakeMedia) -> None:
        self.who, self.session, self.media = who, session, media
        self.browser: Client = signed_in(who)
        self.path = f"/api/rooms/sessions/{session.id}"
        self.token = ""

    def see(self) -> Any:
        return self.browser.get(self.path).json()

    def post(self, action: str, **body: Any) -> Any:
        return self.browser.post(f"{self.path}/{action}", body, JSON)

    def put(self, action: str, **body: Any) -> Any:
        return self.browser.put(f"{self.path}/{action}", body, JSON)

    def ask(self) -> Any:
        return self.post("entry")

    def ticket(self) -> Any:
        return self.post("ticket")

    def person(self, other: "Desk") -> Any:
        """The other as this one sees them."""
        found = [each for each in self.see()["participants"] if each["person_id"] == other.id]
        return found[0]

    def decide(self, other: "Desk", verdict: str, **body: Any) -> Any:
        person = self.person(other)["id"]
        return self.browser.post(f"/api/rooms/participants/{person}/{verdict}", body, JSON)

    def put_room(self, other: "Desk", room_id: str) -> Any:
        person = self.person(other)["id"]
        path = f"/api/rooms/participants/{person}/room"
        return self.browser.put(path, {"room_id": room_id}, JSON)

    def connect(self, *, told: bool = True) -> None:
        """Show a ticket to the media server, which tells us, or whose event is lost."""
        self.token = self.ticket().json()["token"]
        self.deliver(self.media.join(self.token), told=told)

    def leave(self, *, told: bool = True) -> None:
        self.deliver(self.media.leave(self.token), told=told)

    def come(self, host: "Desk | None" = None) -> None:
        """Ask, be let in by the host, connect."""
        self.ask()
        if host:
            host.decide(self, "admission")
        self.connect()

    @property
    def is_there(self) -> bool:
        return self.media.is_there(self.token)

    @property
    def id(self) -> str:
        return str(self.who.person.id)

    @staticmethod
    def deliver(event: tuple[bytes, str], *, told: bool) -> None:
        if told:
            body, authorization = event
            receive_event(body=body, authorization=authorization)
