"""The programs on the pages about the hosts run and print what the pages say."""

import tempfile
from pathlib import Path

import pytest
from test_docs import BLOCK, blocks

PAGES = sorted((Path(__file__).parents[2] / "docs" / "engines").glob("*.md"))


RUN_FROZEN = "pyinstaller.md"  # by test_pyinstaller.py


@pytest.mark.filterwarnings("ignore::FutureWarning:pyspark", "ignore::ResourceWarning")
@pytest.mark.parametrize("page", [page for page in PAGES if page.name != RUN_FROZEN], ids=lambda page: page.name)
def test_every_block_runs(page: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for example in blocks(page):
            example.namespace["folder"] = folder
            assert example.evaluate() is None  # an example that fails raises


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_of_a_kind_that_is_run(page: Path) -> None:
    run = {"python", "sh", "text"} if page.name == RUN_FROZEN else {"python"}
    assert {*BLOCK.findall(page.read_text(encoding="utf-8"))[::2]} <= run


def test_every_adapter_has_a_page() -> None:
    import banglanorm.integrations as integrations

    adapters = {path.stem for path in Path(*integrations.__path__).glob("*.py")} - {"__init__", "columns", "hosts"}
    assert {page.stem for page in PAGES} == adapters | {"index"}
