"""Bijoy in documents: what is set in a Bijoy font in Word and Excel files becomes Unicode, all else stays.

The font says what is Bijoy, so nothing is guessed (``data/legacy/fonts.tsv``). The files are read and written by
python-docx and openpyxl, the extra ``office``.
"""

from collections.abc import Iterator
from copy import copy
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby
from typing import Any, BinaryIO
from zipfile import BadZipFile

from banglanorm.legacy.bijoy import bijoy_to_unicode, bijoy_to_unicode_explained
from banglanorm.tables import read_table

SUFFIXES = (".docx", ".xlsx")


def is_bijoy_font(name: str | None, /) -> bool:
    """Say whether the font ``name`` has the glyphs of Bijoy.

    >>> is_bijoy_font("SutonnyMJ"), is_bijoy_font("SutonnyOMJ"), is_bijoy_font("Nikosh"), is_bijoy_font(None)
    (True, False, False, False)
    """
    folded = (name or "").replace(" ", "").lower()
    verdicts = [row["bijoy"] == "yes" for row in _fonts() if fnmatchcase(folded, row["font"].lower())]
    return bool(verdicts) and all(verdicts)


@cache
def _fonts() -> tuple[dict[str, str], ...]:
    return read_table("legacy/fonts")


def convert_document(source: BinaryIO, target: BinaryIO, /, *, suffix: str, font: str) -> int:
    """Write the document ``source`` (.docx or .xlsx) to ``target`` with its Bijoy in Unicode, set in ``font``.

    Returns:
        How many stretches of text were converted.

    Raises:
        ModuleNotFoundError: the extra ``office`` is not installed.
        ValueError: ``suffix`` is none of ``SUFFIXES``, or the file is no such document.
    """
    if suffix not in SUFFIXES:
        raise ValueError(f"expected one of {', '.join(SUFFIXES)}, got {suffix!r}")
    try:
        return (_convert_docx if suffix == ".docx" else _convert_xlsx)(source, target, font)
    except ModuleNotFoundError as error:
        if error.name not in ("docx", "openpyxl"):
            raise
        message = f"documents need python-docx and openpyxl: pip install 'banglanorm[office]' ({error.name} is missing)"
        raise ModuleNotFoundError(message, name=error.name) from error


# --- Word -------------------------------------------------------------------------------------------------------------


def _convert_docx(source: BinaryIO, target: BinaryIO, font: str) -> int:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(source)
    except (BadZipFile, PackageNotFoundError, KeyError, SyntaxError, ValueError) as error:
        raise ValueError(f"not a Word document: {error}") from error
    count = 0
    for root in _roots(document):
        for element in list(root.iter(qn("w:p"))):
            for pieces in _bijoy_pieces(Paragraph(element, document._body)):
                _replace([piece for piece, _ in pieces])
                for _, run in pieces:
                    _set_font(run, font)
                count += 1
    document.save(target)
    return count


def _roots(document: Any) -> Iterator[Any]:
    """Yield the body, the headers and footers, and the notes."""
    yield document.element.body
    for part in document.part.package.iter_parts():
        if part is not document.part and getattr(part, "element", None) is not None and "word" in str(part.partname):
            yield part.element


def _bijoy_pieces(paragraph: Any) -> Iterator[list[tuple[Any, Any]]]:
    """Yield what stands together in Bijoy fonts: pieces of text, each with its run."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    pieces: list[tuple[Any, Any, bool]] = []
    for element in paragraph._p.iter(qn("w:r")):
        if next(element.iterancestors(qn("w:p"))) is not paragraph._p:
            continue  # a text box, a paragraph of its own
        run = Run(element, paragraph)
        is_bijoy = is_bijoy_font(_font_of(run, paragraph))
        for child in element:
            if child.tag in (qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")):
                pieces.append((child, element, is_bijoy and child.tag == qn("w:t")))
    for is_bijoy, group in groupby(pieces, key=lambda piece: piece[2]):
        if is_bijoy:
            yield [(piece, run) for piece, run, _ in group]


def _font_of(run: Any, paragraph: Any) -> str | None:
    """Return the font of a run: its own, or that of its style or of the paragraph's and of what these build on."""
    if run.font.name:
        return str(run.font.name)
    for style in (run.style, paragraph.style):
        while style is not None:
            if style.font.name:
                return str(style.font.name)
            style = style.base_style
    return None


def _replace(pieces: list[Any]) -> None:
    """Convert the text of neighbours as one; a syllable goes where it begins."""
    texts = [piece.text or "" for piece in pieces]
    explained = bijoy_to_unicode_explained("".join(texts))
    start = at = 0
    for piece, text in zip(pieces, texts, strict=True):
        start += len(text)
        end = explained.to_normalized(0, start)[1] if start else 0
        piece.text = explained.text[at:end]
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at = end


def _set_font(run: Any, font: str) -> None:
    from docx.oxml.ns import qn

    fonts = run.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), font)


# --- Excel ------------------------------------------------------------------------------------------------------------


def _convert_xlsx(source: BinaryIO, target: BinaryIO, font: str) -> int:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(source, rich_text=True)
    except (BadZipFile, InvalidFileException, KeyError, SyntaxError, ValueError) as error:
        raise ValueError(f"not an Excel workbook: {error}") from error
    count = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    count += _convert_cell(cell, font)
    book.save(target)
    return count


def _convert_cell(cell: Any, font: str) -> int:
    """Convert a cell, or the parts of it that are set in a Bijoy font; return how many stretches that were."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    in_bijoy, count = is_bijoy_font(cell.font.name), 0
    if isinstance(cell.value, CellRichText):
        for at, part in enumerate(cell.value):
            if isinstance(part, TextBlock) and is_bijoy_font(part.font.rFont):
                part.font.rFont = font
                part.text = bijoy_to_unicode(part.text)
                count += 1
            elif isinstance(part, str) and in_bijoy:
                cell.value[at] = bijoy_to_unicode(part)
                count += 1
    elif in_bijoy and isinstance(cell.value, str):
        cell.value = bijoy_to_unicode(cell.value)
        count = 1
    if in_bijoy:
        cell.font = _renamed(cell.font, font)
    return count


def _renamed(old: Any, font: str) -> Any:
    new = copy(old)
    new.name = font
    return new
