"""Plan items as calendar entries (RFC 5545), and as invitations to them (RFC 5546).

A line of the plan keeps its UID through all versions; the plan's version is its SEQUENCE, so
that a calendar program moves the entry it has instead of adding a second one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
PRODUCT = "-//Mingjian//Audit plan//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One line of a plan, in the words of its reader."""

    line: UUID
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    description: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who invites or is invited."""

    name: str
    email: str


def calendar(
    appointments: Iterable[Appointment],
    *,
    zone: str,
    stamp: datetime,
    domain: str,
    method: Method = "PUBLISH",
    organiser: Party | None = None,
    attendee: Party | None = None,
) -> bytes:
    """The appointments on the clock of ``zone``, with the rules of that zone."""
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("method", method)
    for appointment in appointments:
        entry = _entry(appointment, zone=zone, stamp=stamp, domain=domain)
        entry.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
        if organiser:
            entry.add("organizer", _address(organiser))
        if attendee:
            entry.add("attendee", _address(attendee, is_asked=method == "REQUEST"))
        book.add_component(entry)
    for name in book.get_missing_tzids():
        book.subcomponents.insert(0, _rules_of(name))
    return bytes(book.to_ical())


@cache
def _rules_of(zone: str) -> Timezone:
    """Worked out once: that takes longer than everything else in a calendar."""
    return Timezone.from_tzid(zone)


def _entry(appointment: Appointment, *, zone: str, stamp: datetime, domain: str) -> Event:
    entry = Event()
    entry.add("uid", f"{appointment.line}@{domain}")
    entry.add("sequence", appointment.sequence)
    entry.add("dtstamp", stamp)
    entry.add("dtstart", appointment.starts_at.astimezone(ZoneInfo(zone)))
    entry.add("dtend", appointment.ends_at.astimezone(ZoneInfo(zone)))
    entry.add("summary", appointment.title)
    if appointment.place:
        entry.add("location", appointment.place)
    if appointment.description:
        entry.add("description", appointment.description)
    if appointment.link:
        entry.add("url", appointment.link)
    return entry


def _address(party: Party, *, is_asked: bool = False) -> vCalAddress:
    address = vCalAddress(f"mailto:{party.email}")
    address.params["CN"] = vText(party.name)
    if is_asked:
        address.params["PARTSTAT"] = vText("NEEDS-ACTION")
        address.params["RSVP"] = vText("TRUE")
    return address
