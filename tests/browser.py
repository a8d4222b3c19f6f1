"""Drives a headless Chromium over the pipe of its debugging protocol; nothing but the browser is needed."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import F_DUPFD, fcntl
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


class Tab:
    """A page in the browser: its methods send commands, and ``events`` keeps what the browser told meanwhile."""

    def __init__(self, orders: RawIOBase, answers: BufferedReader) -> None:
        self._orders = orders
        self._answers = answers
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        self._orders.write(json.dumps(order).encode() + b"\0")
        while (answer := self._read()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _read(self) -> dict[str, Any]:
        message = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "the browser has gone"
            message += byte
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, path: Path) -> None:
        """Load a file and wait until it is there."""
        self.events.clear()
        self.send("Page.navigate", url=path.as_uri())
        while "Page.loadEventFired" not in self.methods():
            self.events.append(self._read())

    def methods(self) -> list[str]:
        return [event.get("method", "") for event in self.events]

    def requests(self) -> list[str]:
        return [e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent"]

    def run(self, expression: str) -> Any:
        """Evaluate JavaScript in the page and return its value."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of an element, as a reader does."""
        find = f"document.querySelector({json.dumps(selector)})"
        box = self.run(
            f"{find}.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({find}.getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def pdf(self) -> bytes:
        return base64.b64decode(self.send("Page.printToPDF", printBackground=False)["data"])


@contextmanager
def browser(profile: Path) -> Iterator[Tab]:
    """Start the browser with a new profile in the folder ``profile``; there must be one."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    assert program, "no Chromium here: apt-get install chromium fonts-noto-core"
    (to_browser, orders), (answers, from_browser) = os.pipe(), os.pipe()
    # The browser reads orders from descriptor 3 and answers on 4, which may be taken by what is to go there.
    theirs = [fcntl(descriptor, F_DUPFD, 64) for descriptor in (to_browser, from_browser)]
    redirect = f'exec "$@" 3<&{theirs[0]} 4>&{theirs[1]}'
    process = subprocess.Popen(
        ["bash", "-c", redirect, "bash", program, *_OPTIONS, f"--user-data-dir={profile}"],
        pass_fds=theirs,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for descriptor in (to_browser, from_browser, *theirs):
        os.close(descriptor)
    try:
        with os.fdopen(orders, "wb", buffering=0) as writer, os.fdopen(answers, "rb") as reader:
            yield Tab(writer, reader)
    finally:
        process.kill()
        process.wait(30)
