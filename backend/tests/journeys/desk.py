"""A person at a browser: signs in, walks about, and notices every fault of the page."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from demo.cast import PASSWORD
from tests.architecture.house import REPOSITORY

AXE = REPOSITORY / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"
DESKTOP, PHONE = (1366, 768), (390, 844)


class Desk:
    """One browser context; ``faults`` collects what no journey may ever meet."""

    def __init__(
        self,
        browser: Browser,
        origin: str,
        *,
        language: str = "zh-CN",
        size: tuple[int, int] = DESKTOP,
        dark: bool = False,
    ) -> None:
        self.origin = origin
        self.faults: list[str] = []
        self.context = browser.new_context(
            base_url=origin,
            locale=language,
            timezone_id="Asia/Shanghai",
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            service_workers="block",
            accept_downloads=True,
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        self.page.on("console", self._listen)
        self.page.on("request", self._watch)
        self.page.on("response", self._judge)

    def sign_in(self, email: str, password: str = PASSWORD, *, role: str = "") -> None:
        """Through the sign-in page, as everybody does; whoever has several roles chooses one."""
        self.page.goto("/login")
        self.page.locator("input[type=email]").fill(email)
        self.page.locator("input[type=password]").fill(password)
        self.page.keyboard.press("Enter")
        if role:
            self.page.get_by_role("heading", name="选择身份").wait_for()
            self.page.get_by_text(role, exact=True).click()
        self.page.wait_for_url(re.compile(r"/(?!login)[^/]*$"))
        self.settle()

    def rows(self, path: str, **query: str | float | bool) -> list[dict[str, Any]]:
        """The first page of a list of the API, as this person sees it."""
        items: list[dict[str, Any]] = self.context.request.get(path, params=query).json()["items"]
        return items

    def send(self, method: str, path: str, **body: Any) -> Any:
        """What a form of this person's browser would send; gives the answer."""
        token = next(
            each["value"] for each in self.context.cookies() if each["name"] == "csrftoken"
        )
        headers = {"X-CSRFToken": token, "Origin": self.origin, "Referer": f"{self.origin}/"}
        answer = self.context.request.fetch(path, method=method, data=body, headers=headers)
        assert answer.ok, f"{method} {path}: {answer.text()}"
        return answer.json()

    def visit(self, path: str) -> None:
        self.page.goto(path)
        self.settle()

    def settle(self) -> None:
        """Until nothing loads any more, fonts included."""
        self.page.wait_for_load_state("load")
        self.page.evaluate("() => document.fonts.ready")
        self.page.wait_for_function(
            "() => !document.querySelector('.ant-spin-spinning, [aria-busy=true]')"
        )

    def picture(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, animations="disabled", full_page=False)

    def accessibility_violations(self) -> list[str]:
        """What axe finds on the page as it is now, WCAG 2.2 A and AA."""
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate(
            "(rules) => axe.run(document, {runOnly: {type: 'tag', values: rules}})", list(RULES)
        )
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def _listen(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            self.faults.append(f"policy: {message.text}")

    def _watch(self, request: Request) -> None:
        own, asked = urlsplit(self.origin), urlsplit(request.url)
        if asked.scheme in {"http", "https", "ws", "wss"} and asked.netloc != own.netloc:
            self.faults.append(f"off the host: {request.url}")

    def _judge(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")
