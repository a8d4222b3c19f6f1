"""The page in a real headless Chromium: run with ``BANGLANORM_BROWSER=1``."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Tab, browser
from hostile import HOSTILE

from banglanorm import audit

LINES = ["দু’জন এলো৷", "অামি ন’টি বই\N{NO-BREAK SPACE}কিনি৷ ‘‘বেশ’’", "শক্তিি", "ছ’দিনের ‘শক্তিশালী’ সফর"] * 3
SHOWN = "[...document.querySelectorAll('#rules [data-rules]')].filter(e => e.offsetParent).map(e => e.dataset.rules)"
VISIBLE = "[...document.querySelectorAll('h2 .{}')].some(e => e.offsetParent)"


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(audit(LINES).to_html(title="আমার পাঠ"), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def fresh(tab: Tab) -> None:
    tab.send("Emulation.setScriptExecutionDisabled", value=False)
    tab.send("Emulation.setEmulatedMedia", media="", features=[])
    tab.send("Emulation.setDeviceMetricsOverride", width=1200, height=900, deviceScaleFactor=1, mobile=False)


def test_it_asks_for_nothing_and_nothing_goes_wrong(tab: Tab, page: Path) -> None:
    tab.open(page)
    assert tab.requests() == [page.as_uri()]
    assert {"Runtime.exceptionThrown", "Log.entryAdded"} & set(tab.methods()) == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_corpus_runs(tab: Tab, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(audit([text]).to_html(title=text), encoding="utf-8")
    tab.open(path)
    assert tab.requests() == [path.as_uri()]
    assert {"Page.javascriptDialogOpening", "Log.entryAdded", "Runtime.exceptionThrown"} & set(tab.methods()) == set()
    assert tab.run("document.scripts.length + document.images.length") == 1


def test_examples_and_changes_are_filtered_by_rule(tab: Tab, page: Path) -> None:
    tab.open(page)
    everything = tab.run(SHOWN)
    assert len(everything) > 4
    tab.click("a[data-filter=apostrophes]")
    assert tab.run(SHOWN) == ["apostrophes"]
    assert tab.run("document.querySelector('#filter-rule').value") == "apostrophes"
    tab.click("a[data-filter=apostrophes]")
    assert tab.run(SHOWN) == everything


def test_they_are_searched_and_sorted(tab: Tab, page: Path) -> None:
    tab.open(page)
    by_count = tab.run(SHOWN)
    tab.run("sort = document.querySelector('#sort'); sort.value = 'rule'; sort.dispatchEvent(new Event('change'))")
    assert tab.run(SHOWN) == sorted(by_count)
    tab.run("sort.value = 'count'; sort.dispatchEvent(new Event('change'))")
    assert tab.run(SHOWN) == by_count
    tab.click("#filter-text")
    tab.send("Input.insertText", text="Apostrophes")
    assert tab.run(SHOWN) == ["apostrophes"]
    tab.send("Input.insertText", text="নেই-এমন")
    assert tab.run(SHOWN) == []
    assert tab.run("document.querySelector('#no-match').offsetParent !== null")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_is_switched_with_and_without_scripts(tab: Tab, page: Path, *, scripts: bool) -> None:
    tab.send("Emulation.setScriptExecutionDisabled", value=not scripts)
    tab.open(page)
    assert [tab.run(VISIBLE.format(name)) for name in ("en", "bn")] == [True, False]
    tab.click("label[for=bn]")
    assert [tab.run(VISIBLE.format(name)) for name in ("en", "bn")] == [False, True]
    assert tab.run("document.documentElement.lang") == ("bn" if scripts else "en")
    tab.click("label[for=en]")
    assert [tab.run(VISIBLE.format(name)) for name in ("en", "bn")] == [True, False]


def test_it_is_whole_without_scripts(tab: Tab, page: Path) -> None:
    tab.open(page)
    shown = tab.run(SHOWN)
    tab.send("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(page)
    assert tab.run(SHOWN) == shown
    assert tab.run("document.querySelector('.tools').offsetParent === null")


@pytest.mark.parametrize("width", [320, 360, 1200])
@pytest.mark.parametrize("language", ["en", "bn"])
def test_nothing_sticks_out(tab: Tab, page: Path, width: int, language: str) -> None:
    tab.send("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 1000)
    tab.open(page)
    tab.click(f"label[for={language}]")
    assert tab.run("document.scrollingElement.scrollWidth") <= width


CONTRAST = """
(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (!numbers(color).slice(3).some((alpha) => alpha < 1)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = [];
  for (const e of document.querySelectorAll(".page *")) {
    if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([e.tagName, e.className, e.textContent.slice(0, 20), ratio.toFixed(2)]);
  }
  return poor;
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_light_and_dark(tab: Tab, page: Path, scheme: str) -> None:
    tab.send("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
    tab.open(page)
    ground = tab.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(ground) < 40) if scheme == "dark" else (min(ground) > 220)
    assert tab.run(CONTRAST) == []


def test_it_prints(tab: Tab, page: Path) -> None:
    tab.open(page)
    assert tab.pdf().startswith(b"%PDF")
    tab.send("Emulation.setEmulatedMedia", media="print", features=[])
    assert tab.run("document.querySelector('.tools').offsetParent === null")
    assert len(tab.run(SHOWN)) > 4


def test_everything_that_is_worked_has_a_name(tab: Tab, page: Path) -> None:
    tab.open(page)
    nodes = tab.send("Accessibility.getFullAXTree")["nodes"]
    worked = [n for n in nodes if n.get("role", {}).get("value") in ("radio", "combobox", "searchbox", "link", "table")]
    unnamed = [n for n in worked if n["role"]["value"] != "table" and not n.get("name", {}).get("value")]
    assert len(worked) > 10
    assert unnamed == []
