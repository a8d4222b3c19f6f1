"""What is set in a Bijoy font in Word and Excel files becomes Unicode; what is not stays."""

import io
import sys

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from rows import each_row

from banglanorm.legacy.documents import convert_document


def converted(content: bytes, suffix: str) -> tuple[int, io.BytesIO]:
    target = io.BytesIO()
    count = convert_document(io.BytesIO(content), target, suffix=suffix, font="Kalpurush")
    target.seek(0)
    return count, target


def word(*runs: tuple[str, str | None]) -> bytes:
    """A document of one paragraph: texts, each with its font."""
    document, file = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for text, font in runs:
        paragraph.add_run(text).font.name = font
    document.save(file)
    return file.getvalue()


def workbook(cells: dict[str, tuple[object, str | None]]) -> bytes:
    """A workbook of one sheet: values, each with the font of its cell."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for place, (value, font) in cells.items():
        book.active[place] = value
        if font:
            book.active[place].font = Font(name=font, italic=True)
    book.save(file)
    return file.getvalue()


def test_a_syllable_goes_where_it_begins() -> None:
    count, file = converted(word(("Name: ", "Arial"), ("†gvt w", "SutonnyMJ"), ("Kwig", "SutonnyMJ")), ".docx")
    runs = docx.Document(file).paragraphs[0].runs
    assert [(run.text, run.font.name) for run in runs] == [
        ("Name: ", "Arial"),
        ("মোঃ কি", "Kalpurush"),
        ("রিম", "Kalpurush"),
    ]
    assert count == 1


def test_what_stands_between_is_no_part_of_it() -> None:
    count, file = converted(word(("bvg", "SutonnyMJ"), (" bvg ", None), ("bvg", "Sutonny MJ")), ".docx")
    assert docx.Document(file).paragraphs[0].text == "নাম bvg নাম"
    assert count == 2


def test_the_font_of_a_style_or_of_what_it_builds_on() -> None:
    document, file = docx.Document(), io.BytesIO()
    base = document.styles.add_style("Base", 1)
    base.font.name = "SutonnyMJ"
    document.styles.add_style("Derived", 1).base_style = base
    document.add_paragraph("bvg", style="Derived")
    document.add_paragraph("bvg")
    document.sections[0].footer.paragraphs[0].add_run("bvg").font.name = "SutonnyMJ"
    document.save(file)
    count, target = converted(file.getvalue(), ".docx")
    document = docx.Document(target)
    assert [paragraph.text for paragraph in document.paragraphs] == ["নাম", "bvg"]
    assert document.sections[0].footer.paragraphs[0].text == "নাম"
    assert count == 2


def test_cells() -> None:
    cells: dict[str, tuple[object, str | None]] = {
        "A1": ("bvg", "SutonnyMJ"),
        "A2": ("=A1", "SutonnyMJ"),
        "A3": (12, "SutonnyMJ"),
        "B1": ("bvg", None),
        "B2": (CellRichText("see ", TextBlock(InlineFont(rFont="SutonnyMJ"), "wk¶v")), None),
        "B3": (CellRichText("bvg ", TextBlock(InlineFont(rFont="Arial"), "bvg")), "SutonnyMJ"),
    }
    count, file = converted(workbook(cells), ".xlsx")
    sheet = openpyxl.load_workbook(file, rich_text=True).active
    assert [sheet[place].value for place in ("A1", "A2", "A3", "B1")] == ["নাম", "=A1", 12, "bvg"]
    assert [str(sheet[place].value) for place in ("B2", "B3")] == ["see শিক্ষা", "নাম bvg"]
    assert (sheet["A1"].font.name, sheet["A1"].font.italic) == ("Kalpurush", True)
    assert sheet["B2"].value[1].font.rFont == "Kalpurush"
    assert count == 3


@each_row("suffix, kind", [(".docx", "not a Word document"), (".xlsx", "not an Excel workbook")])
@each_row("content", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_document(content: bytes, suffix: str, kind: str) -> None:
    with pytest.raises(ValueError, match=kind):
        converted(content, suffix)


def test_other_kinds_of_files() -> None:
    with pytest.raises(ValueError, match=r"expected one of \.docx, \.xlsx, got '\.odt'"):
        converted(b"", ".odt")


@pytest.mark.parametrize("suffix, name", [(".docx", "docx"), (".xlsx", "openpyxl")])
def test_without_the_extra(suffix: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'banglanorm\[office\]' \((docx|openpyxl)"):
        converted(b"", suffix)
