import json
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from rows import each_row
from runner import Command

from banglanorm.legacy.documents import is_bijoy_font


class TestText:
    def test_only_what_is_bijoy_is_converted(self, command: Command) -> None:
        result = command("bijoy", "--text", "see wkÿv gš¿Yvjq (Ltd)")
        assert (result.status, result.text) == (0, "see শিক্ষা মন্ত্রণালয় (Ltd)\n")

    def test_the_whole_text_is_taken_for_bijoy(self, command: Command) -> None:
        assert command("bijoy", "--whole", "--text", "bvg").text == "নাম\n"

    def test_back(self, command: Command) -> None:
        assert command("bijoy", "--to-bijoy", "--text", "শিক্ষা").text == "wkÿv\n"

    def test_a_list_has_places(self, command: Command) -> None:
        result = command("bijoy", "--detect", "--format", "jsonl", "--text", "see wkÿv gš¿Yvjq")
        place = {"file": "<text>", "line": 1, "start": 4, "end": 16}
        assert json.loads(result.text) == {**place, "text": "wkÿv gš¿Yvjq", "unicode": "শিক্ষা মন্ত্রণালয়"}

    def test_jsonl_is_for_lists(self, command: Command) -> None:
        result = command("bijoy", "--format", "jsonl", "--text", "bvg")
        assert result.status == 2
        assert "--detect" in result.err

    def test_windows_1252_is_read_as_such(self, command: Command) -> None:
        command.write("old.txt", "evsjv‡`k miKvi\n".encode("cp1252"))
        assert command("bijoy", "--encoding", "windows-1252", "old.txt").text == "বাংলাদেশ সরকার\n"


class TestColumns:
    TABLE = 'name,city,note\r\n"evsjv, ‡`k",XvKv,K\r\nGK,"`yB\nwZb",K\r\n'

    @pytest.mark.parametrize("columns", ["name,city", "1,city", " city , name "])
    def test_by_name_or_number(self, command: Command, columns: str) -> None:
        command.write("list.csv", self.TABLE)
        result = command("bijoy", "--columns", columns, "list.csv")
        assert result.text == 'name,city,note\r\n"বাংলা, দেশ",ঢাকা,K\r\nএক,"দুই\nতিন",K\r\n'

    def test_all_else_stays_to_the_byte(self, command: Command) -> None:
        command.write("list.csv", 'id;name;"x"\r\n"1";"XvKv"; "a \r\n2;bvg;\'\n\n')
        after = 'id;name;"x"\r\n"1";"ঢাকা"; "a \r\n2;নাম;\'\n\n'
        assert command("bijoy", "--columns", "name", "list.csv").text == after

    def test_numbers_alone_mean_that_there_is_no_header(self, command: Command) -> None:
        command.write("list.csv", "bvg,K\n")
        assert command("bijoy", "--columns", "1", "list.csv").text == "নাম,K\n"

    def test_back(self, command: Command) -> None:
        command.write("list.csv", "name\nঢাকা\n")
        assert command("bijoy", "--to-bijoy", "--columns", "name", "list.csv").text == "name\nXvKv\n"

    def test_an_unknown_column_is_named_with_the_known_ones(self, command: Command) -> None:
        command.write("list.csv", self.TABLE)
        result = command("bijoy", "--columns", "town", "list.csv")
        assert result.status == 2
        assert "'town'" in result.err
        assert "'name', 'city', 'note'" in result.err

    def test_what_is_no_csv_is_said(self, command: Command) -> None:
        command.write("list.csv", 'name\n"a" b\n')
        result = command("bijoy", "--columns", "name", "list.csv")
        assert result.status == 2
        assert "list.csv:2" in result.err


class TestDocuments:
    def make_docx(self, path: Path) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph()
        for text, font in (("Name: ", "Arial"), ("†gvt w", "SutonnyMJ"), ("Kwig", "SutonnyMJ"), (" Kwig", None)):
            paragraph.add_run(text).font.name = font
        document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("wkÿv").font.name = "SutonnyMJ"
        document.sections[0].header.paragraphs[0].add_run("gš¿Yvjq").font.name = "SutonnyMJ"
        document.styles.add_style("Bengali", 1).font.name = "Sutonny MJ"
        document.add_paragraph("wk¶K", style="Bengali")
        document.save(str(path))

    def test_word(self, command: Command) -> None:
        self.make_docx(command.folder / "a.docx")
        assert command("bijoy", "a.docx", "--output", "b.docx", "--font", "Kalpurush").status == 0
        document = docx.Document(str(command.folder / "b.docx"))
        first, styled = document.paragraphs
        assert [(run.text, run.font.name) for run in first.runs] == [
            ("Name: ", "Arial"),
            ("মোঃ কি", "Kalpurush"),
            ("রিম", "Kalpurush"),
            (" Kwig", None),
        ]
        assert (styled.text, styled.runs[0].font.name) == ("শিক্ষক", "Kalpurush")
        assert document.tables[0].cell(0, 0).text == "শিক্ষা"
        assert document.sections[0].header.paragraphs[0].text == "মন্ত্রণালয়"

    def test_excel(self, command: Command) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        for place, value in {"A1": "bvg", "A2": "=A1", "A3": 12}.items():
            sheet[place] = value
            sheet[place].font = Font(name="SutonnyMJ", bold=True)
        sheet["B1"] = "bvg"
        sheet["B2"] = CellRichText("see ", TextBlock(InlineFont(rFont="SutonnyMJ"), "wk¶v"))
        book.save(command.folder / "a.xlsx")
        assert command("bijoy", "a.xlsx", "--output", "b.xlsx").status == 0
        sheet = openpyxl.load_workbook(command.folder / "b.xlsx", rich_text=True).active
        assert [sheet[place].value for place in ("A1", "A2", "A3", "B1")] == ["নাম", "=A1", 12, "bvg"]
        assert (sheet["A1"].font.name, sheet["A1"].font.bold) == ("Nikosh", True)
        assert str(sheet["B2"].value) == "see শিক্ষা"

    @pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
    @pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken"])
    def test_what_is_no_document_is_said(self, command: Command, name: str, content: bytes) -> None:
        command.write(name, content)
        result = command("bijoy", name, "--output", "b")
        assert result.status == 2
        assert result.err.startswith(f"banglanorm: error: cannot read {name}: not a")

    @pytest.mark.parametrize("arguments", [[], ["--detect"], ["--to-bijoy", "--output", "b"]])
    def test_a_document_is_converted_by_itself(self, command: Command, arguments: list[str]) -> None:
        result = command("bijoy", "a.docx", *arguments)
        assert result.status == 2
        assert "into another file" in result.err


@each_row(
    "font, is_bijoy",
    [
        ("SutonnyMJ", True),
        ("Sutonny MJ", True),
        ("ChandrabatiMJ", True),
        ("TeeshtaMJ Bold", True),
        ("SutonnyOMJ", False),
        ("Kalpurush", False),
        ("Arial Unicode MS", False),
        (None, False),
    ],
)
def test_fonts(font: str | None, is_bijoy: bool) -> None:
    assert is_bijoy_font(font) is is_bijoy
