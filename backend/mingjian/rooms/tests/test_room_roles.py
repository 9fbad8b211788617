"""The table of what each role may do in a room."""

import pytest

from mingjian.rooms.rules.room_roles import CAMERA, MICROPHONE, POWERS, RoomRole, may_enter_room

WATCH_ONLY = RoomRole.OBSERVER, RoomRole.AUTHORITY


def test_every_role_has_its_line() -> None:
    assert set(POWERS) == set(RoomRole)


@pytest.mark.parametrize("role", WATCH_ONLY)
def test_who_watches_publishes_nothing_says_nothing_and_is_seen(role: RoomRole) -> None:
    powers = POWERS[role]
    assert (powers.sources, powers.data, powers.hidden) == ((), False, False)


def test_nobody_but_the_servers_worker_is_hidden() -> None:
    assert [role for role, powers in POWERS.items() if powers.hidden] == [RoomRole.WORKER]


def test_no_browser_commands_the_media_server() -> None:
    assert not any(powers.admin for powers in POWERS.values())


def test_an_interpreter_speaks_and_is_seen_but_shares_no_screen() -> None:
    assert POWERS[RoomRole.INTERPRETER].sources == (CAMERA, MICROPHONE)


def test_the_teams_room_is_closed_to_the_client_and_to_whoever_watches() -> None:
    let_in = {role for role in RoomRole if may_enter_room(role, "team")}
    assert let_in == {
        RoomRole.LEAD_AUDITOR,
        RoomRole.AUDITOR,
        RoomRole.EXPERT,
        RoomRole.TRAINEE,
    }
