"""A session on real video: three browsers, each with its own camera, through the media server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from launch.tests.installed import Installed, eventually
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from mingjian.kit import clock
from tests.journeys.desk import PHONE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LEAD, EXPERT, CLIENT = (
    "chenjing@zhongjian.example",
    "zhoumin@zhongjian.example",
    "liming@huayuan.example",
)
COLOURS = {LEAD: (200, 30, 30), EXPERT: (30, 160, 30), CLIENT: (30, 30, 200)}
CHANNEL = {LEAD: 0, EXPERT: 1, CLIENT: 2}
"""Each camera shows one colour, by which the others know whose picture they see."""

SEEN = """() => [...document.querySelectorAll("figure")].flatMap((figure) => {
  const video = figure.querySelector("video");
  if (!video || !video.videoWidth) return [];
  const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 36 });
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 64, 36);
  const [red, green, blue] = context.getImageData(6, 30, 1, 1).data;
  const frames = video.getVideoPlaybackQuality().totalVideoFrames;
  return [{ colour: [red, green, blue], frames }];
})"""
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
)

Enter = Callable[..., Desk]


def camera(path: Path, colour: tuple[int, int, int]) -> Path:
    """One second of 640×360 at 10 fps: a colour, and something that moves."""
    with path.open("wb") as file:
        file.write(b"YUV4MPEG2 W640 H360 F10:1 Ip A1:1 C420jpeg\n")
        for step in range(10):
            picture = Image.new("RGB", (640, 360), colour)
            ImageDraw.Draw(picture).rectangle((step * 60, 120, step * 60 + 60, 180), "white")
            light, blue, red = picture.convert("YCbCr").split()
            half = (320, 180)
            planes = light, blue.resize(half), red.resize(half)
            file.write(b"FRAME\n" + b"".join(plane.tobytes() for plane in planes))
    return path


@pytest.fixture
def enter(product: Installed, chromium: Browser, tmp_path: Path) -> Iterator[Enter]:
    """A browser process for each person: a camera file belongs to the process."""
    if "media" not in product.processes():
        pytest.skip("no livekit-server: ./run builds it")
    with ExitStack() as open_:
        desks: list[Desk] = []

        def one(email: str, **options: Any) -> Desk:
            film = camera(tmp_path / f"{CHANNEL[email]}.y4m", COLOURS[email])
            browser = chromium.browser_type.launch(
                executable_path="/usr/bin/chromium",
                args=[*FLAGS, f"--use-file-for-fake-video-capture={film}"],
            )
            open_.callback(browser.close)
            desk = Desk(browser, product.origin, **options)
            desk.page.set_default_timeout(60_000)
            desk.sign_in(email, role="审核组长" if email == LEAD else "")
            desks.append(desk)
            return desk

        yield one
        assert [fault for desk in desks for fault in desk.faults] == []


def sees(desk: Desk, *emails: str) -> bool:
    """Whether the pictures of all of them arrive, each in its own colour."""
    shown = desk.page.evaluate(SEEN)
    strongest = {each["colour"].index(max(each["colour"])) for each in shown if each["frames"] > 5}
    return {CHANNEL[email] for email in emails} <= strongest


def press(desk: Desk, name: str) -> None:
    desk.page.get_by_role("button", name=name, exact=True).first.click()


def test_three_people_meet_on_video_and_the_ledger_says_when(enter: Enter) -> None:
    lead = enter(LEAD)
    [session] = [each for each in lead.rows("/api/rooms/sessions", which="open") if each["title"]]
    path = f"/rooms/{session['case_id']}/{session['id']}"
    lead.page.goto(path)
    lead.page.get_by_text("本会议目前不截图").wait_for()
    press(lead, "进入会议")
    lead.page.get_by_text("已连接").wait_for()

    others = expert, client = enter(EXPERT), enter(CLIENT, size=PHONE)
    for desk in others:
        desk.page.goto(path)
        press(desk, "请求进入")
        desk.page.get_by_text("已通知主持人").wait_for()
        press(lead, "允许")
        desk.page.get_by_text("已连接").wait_for()
    came = clock.now()
    for desk in (lead, *others):
        eventually(partial(sees, desk, LEAD, EXPERT, CLIENT), 60)

    press(lead, "开始会议")
    expert.page.keyboard.press("d")
    lead.page.get_by_text("周敏 的屏幕").first.wait_for()
    client.page.get_by_role("button", name="举手").click()
    lead.page.get_by_text("✋ 举手 1").wait_for()

    client.page.get_by_role("tab", name="聊天").click()
    client.page.get_by_placeholder("输入消息").fill("首件检验记录已备好")
    press(client, "发送")
    lead.page.get_by_role("tab", name="聊天").click()
    lead.page.get_by_text("首件检验记录已备好").wait_for()

    press(client, "离开")
    client.page.get_by_role("dialog").get_by_role("button", name="离开").click()
    left = clock.now()
    client.page.get_by_role("button", name="进入会议").wait_for()

    def line() -> dict[str, Any]:
        answer = lead.context.request.get(f"/api/rooms/sessions/{session['id']}/ledger")
        [found] = [each for each in answer.json() if each["role"] == "client"]
        return dict(found)

    eventually(lambda: line()["last_left_at"], 30)
    for said, happened in ((line()["last_left_at"], left), (line()["first_joined_at"], came)):
        assert abs(datetime.fromisoformat(said) - happened) < timedelta(seconds=4)
