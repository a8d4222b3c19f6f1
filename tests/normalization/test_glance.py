"""What a glance at the marks of a line tells is what reading them one by one tells."""

from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm.edits import splice
from banglanorm.normalization.detector import codes
from banglanorm.normalization.glance import glance, marks_among
from banglanorm.normalization.rules.quotations import MARK_RULE_NAMES, Quotations

READING = Quotations(MARK_RULE_NAMES, "'", "curly")
TOKENS = [
    "‘",
    "’",
    "“",
    "”",
    "‘যদি",
    "যদি’",
    "“যদি",
    "যদি”",
    "যদি’র",
    "দু’জন",
    "‘আলাইহি",
    "একশ’",
    "একশ’ ",
    "Students’ ",
    "’সহ",
    "বায়‘আত",
]
OTHERS = ["ক", "দু", "a", "১", "7", " ", " ", " ", ".", "।", ",", "(", ")", "-", "*", "\t", "é", "ʼ", "২০’", "‘১৯ "]
STRAIGHT = [
    '"',
    "'",
    "'যদি",
    "যদি'",
    '"যদি',
    'যদি"',
    "'যদি'র",
    "দু'জন",
    "' ",
    '" ',
    " '",
    ' "',
    "।'",
    '।"',
    "ক, '",
    "'সহ",
]
STRAIGHT += [
    "ক, ",
    "ক। ",
    ": ",
    "= ",
    ";",
    " . ",
    "+ ",
    "[",
    "{",
    "}",
    "\\",
    '",',
    "',",
    "-m ",
    "  ",
    "echo ",
    "‘যদি ",
    "ক ",
    "BN' ",
    '("ক") ',
    "'“",
    '"‘',
    "http://a.b/",
    "www.",
    '–"১',
]
LINES = st.lists(st.sampled_from(TOKENS + OTHERS + STRAIGHT), max_size=12).map("".join)


def told(line: str) -> list[tuple[int, int, str, str]] | None:
    seen = glance(
        line, codes(line), marks_among(codes(line)), ("doubt", "line"), has_unknown=not set(line).isdisjoint("é")
    )
    return None if seen is None else seen.changes()


@given(LINES)
def test_a_glance_tells_what_reading_tells(line: str) -> None:
    changes = told(line)
    assert changes is None or changes == READING.changes(line)


@each_row(
    "line, places",
    [
        ("মেঘ করেছে", []),
        ("সে বলে, ‘যাব।’ “কেন?”", []),
        ("দু’জন ও ছ’টি", [2, 9]),
        ("রুকূ‘ ও দু’জন", [10]),
        ("‘যদি’র কথা দু’জন জানে", [13]),
        ("‘দু’জন’ গেল", [3]),
        ("(‘আলাইহি) দু’জন", [12]),
        ("বায়‘আত ও দু’জন", [12]),
        ("‘২০২৩ সাল’", []),
        ("৮।“মেঘ।”", []),
        ("“বলল,”মেঘ", []),
        ("বলল,”মেঘ “ক “", []),
        ("একশ’ টাকা ও একশ’", [3, 15]),
        ("‘একশ’ টাকা", []),
        ("‘দু’সহ", []),  # a word that clings to quotations
        ("‘দু’জন", [3]),  # an elided word
        ("এক শ’ টাকা", [4]),  # a final word of one letter
        ("‘আটশ’ লোক এল’", [4]),  # a later mark closes
        ("‘বিসিবি’র কাছে যাও।’", [7]),
        ("‘ক ‘বিসিবি’র খ’", []),  # one later mark does not close two quotations
        ("‘বিসিবি’র ‘গান’ মেলা", []),  # the later mark closes a quotation of its own
        ("‘বিসিবি’র ‘গান’ মেলা’", [7]),
        ("‘বিসিবি’র দু’জন এল’", [7, 12]),
        ("‘মাঠ’ঘেরা গ্রাম", []),  # no elided word
        ("‘দু’র কথা", []),  # nor is one before a case ending
        ("‘মা'র কথা", []),  # a straight mark closes no curly one
        ("‘আলী’র ভাই", []),  # a name with ʿayn, but quoted
        ("নবী ‘আলাইহি বিসিবি’র কথা", [18]),  # ʿayn opens nothing
        ("নবী 'আলাইহি বিসিবি’র কথা", [18]),
    ],
)
def test_what_a_glance_tells(line: str, places: list[int]) -> None:
    assert told(line) == [(at, at + 1, "'", "apostrophes") for at in places]


@each_row(
    "line, written",
    [
        ('তিনি বলেন, "যাব।" ', "তিনি বলেন, “যাব।” "),
        ("'যদি'র কথা দু'জন", "‘যদি’র কথা দু'জন"),
        ("'দু’জন' গেল", "‘দু'জন’ গেল"),
        ('"ক" ‘খ’ "গ', '“ক” ‘খ’ "গ'),
        ("বলল,”মেঘ”", "বলল,“মেঘ”"),
        ('বলল, " মেঘ " ও " কেন', 'বলল, “ মেঘ ” ও " কেন'),
        ('বলল, " মেঘ।"', "বলল, “ মেঘ।”"),
        ("সে ('মেঘ') ও (\"১২টি\") দেখে", "সে (‘মেঘ’) ও (“১২টি”) দেখে"),
        ("'মেঘ http://example.org' দেখে", "‘মেঘ http://example.org’ দেখে"),
        ('সে "‘মেঘ’" দেখে', "সে “‘মেঘ’” দেখে"),
        ("“মেঘ।“ ”ক“", "“মেঘ।” “ক”"),
        ("'একশ’ টাকা", "‘একশ’ টাকা"),
    ],
)
def test_marks_of_prose_typed_another_way(line: str, written: str) -> None:
    changes = told(line)
    assert changes is not None
    assert splice(line, [change[:3] for change in changes]) == written


@each_row(
    "line",
    [
        'ক = "খ"',
        'ক: "খ"',
        "‘ক খ‘",
        '"খ": ক',
        "return 'এল'",
        '"ক"\tখ',
        '"ক";',
        "ক -m 'খ'",
        "‘৭১ সাল",
        "‘‘মেঘ’’",
        "'মেঘ www.ক'খ",
        "মেঘ http://example.org/-'মেঘ' দেখে",
        "'‘মেঘ’, একশ’",  # once written, the first two would be one doubled mark
        '‘যদি "কথা"\'abc ',
        "Students’ League ‘ক’",
        "<দু’জন>",
        "é’জন",
        "দু’জন ʼক",
        "“‘যদি বৃষ্টি” আর ১’আলী",
    ],
)
def test_where_a_glance_does_not_tell(line: str) -> None:
    assert told(line) is None
