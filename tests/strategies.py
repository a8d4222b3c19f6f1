"""Hypothesis strategies that all tests share: realistic Bengali, damaged Bengali, other text, and noise.

``texts()`` is the widest; the others are its parts. Bengali is built from aksharas, so that hypothesis shrinks a
failure to the few characters that matter.
"""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from banglanorm import rules
from banglanorm.script import letters as script
from banglanorm.script.letters import (
    AA_KAR,
    ASSAMESE_RA,
    AU_LENGTH_MARK,
    CANDRABINDU,
    E_KAR,
    HASANTA,
    JOINERS,
    KHANDA_TA,
    NUKTA,
    VOWEL_SIGNS,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)

ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
UNSEEN = "\N{SOFT HYPHEN}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}" + ZERO_WIDTH_SPACE
BIDI = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL ISOLATE}"
NBSP = "\N{NO-BREAK SPACE}"
MARKS = "‘’'`´‚ʼ‛′“”\"″«»„"

# --- Bengali as it is written -----------------------------------------------------------------------------------------

_COMMON = "কগচজটডতদনপবভমযরলশসহ"
_consonants = st.one_of(
    st.sampled_from(_COMMON),
    st.sampled_from(script.BASIC_CONSONANTS),
    st.sampled_from([c + NUKTA for c in "ডঢয"] + list(script.PRECOMPOSED_NUKTA_LETTERS)),
)
_links = st.sampled_from([HASANTA] * 8 + [HASANTA + ZWNJ])
_onsets = st.one_of(
    _consonants,
    _consonants,
    st.builds("{}{}{}".format, _consonants, _links, _consonants),
    st.builds("{}{}{}{}{}".format, _consonants, _links, _consonants, st.just(HASANTA), _consonants),
    st.just("র" + ZWJ + HASANTA + YA),
)
_rimes = st.one_of(
    st.just(""),
    st.sampled_from([AA_KAR, script.I_KAR, script.U_KAR, E_KAR, script.O_KAR]),
    st.sampled_from(VOWEL_SIGNS),
    st.sampled_from([CANDRABINDU, script.ANUSVARA, script.VISARGA]),
    st.builds("{}{}".format, st.sampled_from([AA_KAR, E_KAR]), st.sampled_from(script.FINAL_SIGNS)),
)
_VOWELS = [*script.VOWEL_LETTERS, "অ" + HASANTA + YA + AA_KAR, "এ" + HASANTA + YA + AA_KAR]


@cache
def aksharas() -> SearchStrategy[str]:
    """One orthographic syllable: an onset with its vowel and final signs, or a vowel letter."""
    return st.one_of(st.builds("{}{}".format, _onsets, _rimes), st.sampled_from(_VOWELS))


_ENDINGS = ["", "", "", "র", "কে", "তে", "টি", "গুলো", "ও", "ই", KHANDA_TA, "শ" + HASANTA]
_WORDS = [
    "এবং",
    "করে",
    "বাংলাদেশ",
    "হয়েছে",
    "উদ্" + ZWNJ + "যাপন",
    "র" + ZWJ + "্যাব",
    "বাক্",
    "আল্লাহ্",
    "ভর্ৎসনা",
    "অ্যাপ",
    "হোয়াট্সঅ্যাপ",
    "মোঃ",
    "খড়্গ",
    "দুঃখ",
    "চাঁদ",
    "একশ",
    "ল",
    "দু",
    "ছ",
]


@cache
def words() -> SearchStrategy[str]:
    """A Bengali word, made up or real, with an ending."""
    made_up = st.lists(aksharas(), min_size=1, max_size=4).map("".join)
    return st.one_of(st.sampled_from(_WORDS), st.builds("{}{}".format, made_up, st.sampled_from(_ENDINGS)))


@cache
def numbers() -> SearchStrategy[str]:
    """A number in digits of one script or two, with grouping, a unit, a currency sign or an old fraction."""
    digits = st.text(script.BENGALI_DIGITS, min_size=1, max_size=5) | st.text("0123456789", min_size=1, max_size=5)
    shapes = ["{}", "{}টি", "{}%", "৳{}", "{},২৩৪.৫", "’{}", "{}-১০", "{}′", '{}"', "{}৷৶৹", "{}শ’"]
    return st.builds(str.format, st.sampled_from(shapes), digits)


@cache
def apostrophe_words() -> SearchStrategy[str]:
    """A word with an apostrophe, typed in one of the ways it is typed."""
    shapes = ["দু{}জন", "ছ{}দিনের", "বিএনপি{}র", "তা{}আলা", "দু{}আ", "একশ{}", "{}৭১", "হ{}ল", "{}আলাইহি", "নাফি{}"]
    return st.builds(str.format, st.sampled_from(shapes), st.sampled_from("’'‘ʼ´′`"))


@cache
def quotations() -> SearchStrategy[str]:
    """A phrase between quotation marks, matched or not, with what may cling to it."""
    phrase = st.lists(st.one_of(words(), apostrophe_words()), min_size=1, max_size=4).map(" ".join)
    marks = [
        "‘{}’",
        "“{}”",
        "'{}'",
        '"{}"',
        "‘‘{}’’",
        "''{}''",
        "`{}'",
        "«{}»",
        "„{}“",
        "‘{}",
        "{}’",
        '"{}',
        "‘ {} ’",
        "”{}”",
    ]
    after = st.sampled_from(["", "", "র", "-এর", "সহ", "।", ","])
    return st.builds("{}{}".format, st.builds(str.format, st.sampled_from(marks), phrase), after)


@cache
def latin() -> SearchStrategy[str]:
    """Latin words, names with apostrophes, abbreviations; composed and decomposed accents."""
    return st.sampled_from(
        [
            "Google's",
            "don’t",
            "USB-C",
            "“smart”",
            "café",
            "cafe\N{COMBINING ACUTE ACCENT}",
            "naïve",
            "x" + ZWJ,
            "5'10\"",
        ]
    )


@cache
def addresses() -> SearchStrategy[str]:
    """URLs and e-mail addresses."""
    return st.sampled_from(
        ["https://example.org/a?b='c'&d=|", "www.example.org/বাংলা’", "name.o'hara@example.org", "http://ক.বাংলা/২"]
    )


@cache
def code() -> SearchStrategy[str]:
    """Program text, markup, table rows, keys and values."""
    return st.sampled_from(
        [
            "print('ক')",
            'x = "খ"',
            "a | b | c",
            "| ক | খ |",
            '<a href="x">ক</a>',
            '{"ক": "খ"}',
            "`কোড`",
            "'''ক'''",
            "\\'ক",
        ]
    )


@cache
def emoji() -> SearchStrategy[str]:
    """Emoji with skin tones, variation selectors and joined sequences, and flags."""
    return st.sampled_from(
        [
            "👍🏽",
            "👩" + ZWJ + "👩" + ZWJ + "👧",
            "🏳\N{VARIATION SELECTOR-16}" + ZWJ + "🌈",
            "❤\N{VARIATION SELECTOR-16}" + ZWJ + "🔥",
            "🇧🇩",
            "1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}",
        ]
    )


@cache
def other_scripts() -> SearchStrategy[str]:
    """Words of scripts that have joiners, nuktas, viramas, dandas or canonical orders of their own."""
    return st.sampled_from(
        [
            "क़लम",
            "क" + "\N{DEVANAGARI SIGN VIRAMA}" + ZWNJ + "ष।",
            "ਸ਼ਬਦ",
            "می" + ZWNJ + "خواهم",
            "ශ්" + ZWJ + "රී",
            "각",
            "\N{HANGUL CHOSEONG KIYEOK}\N{HANGUL JUNGSEONG A}",
            "q\N{COMBINING DOT ABOVE}\N{COMBINING DOT BELOW}",
            "\N{ANGSTROM SIGN}",
            "𑂚\N{KAITHI SIGN NUKTA}",
        ]
    )


@cache
def sentences() -> SearchStrategy[str]:
    """A realistic line: words, numbers, quotations, a little of other things, and the mark at its end."""
    common = st.one_of(words(), words(), words(), numbers(), quotations(), apostrophe_words())
    token = st.one_of(common, common, latin(), addresses(), emoji())
    space = st.sampled_from([" ", " ", " ", " ", ", ", "-", "–", " — ", NBSP, "  "])
    end = st.sampled_from(["।", "।", "৷", "|", "?", "!", "।।", "", "...", "৷ "])
    body = st.lists(st.builds("{}{}".format, token, space), min_size=1, max_size=6).map("".join)
    return st.builds("{}{}{}".format, body, words(), end)


def wrapped(paragraph: str, width: int) -> str:
    """Break the lines of a paragraph at spaces, each as late as its width allows."""
    lines = [""]
    for word in paragraph.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\n".join(lines)


_PROSE = [
    "নদীর",
    "ঘাটে",
    "বসে",
    "বুড়ো",
    "মাঝি",
    "গান",
    "গাইছিল",
    "আমরা",
    "তাই",
    "শুনছিলাম",
    "চুপ",
    "করে",
    "আর",
    "ভাবছিলাম",
    "দূরের",
    "কথা",
    "সন্ধ্যা",
    "নামে",
    "দু’জন",
]


def quoting_paragraphs() -> SearchStrategy[str]:
    """Prose of some lines with quotations of one kind of mark, each closed; speech begins after a comma."""
    phrase = st.lists(st.sampled_from(_PROSE), min_size=3, max_size=12).map(" ".join)
    shapes = ["{} বলল, {}{}।{} {}।", "{}, {}{}{} {}।"]
    sentence = st.builds(
        lambda shape, marks, a, b, c: shape.format(a, marks[0], b, marks[1], c),
        st.sampled_from(shapes),
        st.shared(st.sampled_from(['""', "''", "‘’", "“”", ("‘‘", "’’")]), key="marks"),
        phrase,
        phrase,
        phrase,
    )
    return st.lists(sentence, min_size=2, max_size=5).map(" ".join)


def wrapped_texts() -> SearchStrategy[str]:
    """Paragraphs and lines of any kind, wrapped at one width, with or without blank lines between them."""
    prose = st.lists(sentences() | quotations() | mark_dense_lines() | words(), min_size=2, max_size=12).map(" ".join)
    paragraph = st.one_of(quoting_paragraphs(), prose, sentences()).map(lambda text: text.replace("\n", " "))
    return st.builds(
        lambda paragraphs, width, gap: gap.join(wrapped(each, width) for each in paragraphs),
        st.lists(paragraph, min_size=1, max_size=4),
        st.integers(12, 90),
        st.sampled_from(["\n", "\n\n", "\r\n", "\n- "]),
    )


# --- Bengali as it is damaged -----------------------------------------------------------------------------------------

_DAMAGE = [
    HASANTA + NUKTA,
    NUKTA,
    E_KAR + AA_KAR,
    AA_KAR + E_KAR,
    E_KAR + AU_LENGTH_MARK,
    AU_LENGTH_MARK + E_KAR,
    E_KAR + CANDRABINDU + AA_KAR,
    CANDRABINDU + AA_KAR,
    script.ANUSVARA + CANDRABINDU,
    CANDRABINDU * 2,
    script.U_KAR * 2,
    AA_KAR * 2,
    HASANTA * 2,
    AA_KAR + NUKTA,
    E_KAR + NUKTA,
    "ব" + NUKTA,
    "অ" + AA_KAR,
    "ঋ" + script.RI_KAR,
    "ত" + HASANTA + ZWJ,
    "র" + ZWNJ + HASANTA + YA,
    "র" + HASANTA + ZWJ + YA,
    HASANTA + ZWNJ,
    HASANTA + ZWJ,
    ZWNJ,
    ZWJ,
    ZWJ + ZWNJ,
    HASANTA + ZWNJ + KHANDA_TA,
    HASANTA + ASSAMESE_RA,
    "ৰ" + HASANTA,
    "‚",
    "\N{BENGALI CURRENCY NUMERATOR ONE LESS THAN THE DENOMINATOR}",
    "ত" + HASANTA,
    *UNSEEN,
    script.I_KAR + HASANTA,
    script.RRA + NUKTA,
]


@cache
def damaged_words() -> SearchStrategy[str]:
    """A Bengali word with one to three known kinds of damage in it."""
    parts = st.one_of(aksharas(), st.sampled_from(_DAMAGE))
    return st.lists(parts, min_size=1, max_size=6).map("".join)


@cache
def bengali_noise() -> SearchStrategy[str]:
    """Characters of the Bengali block, joiners and unseen characters in any order."""
    return st.text(WORD_CHARACTERS + JOINERS * 3 + UNSEEN + BIDI + NUKTA * 4 + HASANTA * 6 + "ডযবতর" * 2, max_size=12)


@cache
def mark_noise() -> SearchStrategy[str]:
    """Quotation marks, letters, digits, dandas, bars and spaces in any order."""
    return st.text(MARKS * 2 + "‘’'\"" * 4 + "কদুর৫5aশল" + "  \n।|৷-.,(" + ZWJ, max_size=16)


@cache
def typing_noise() -> SearchStrategy[str]:
    """Spaces, brackets, full-width marks, entities, colons, unseen characters and letters of three scripts, anyhow."""
    parts = [*UNSEEN, *BIDI, *JOINERS, *"？！，（） :।.,()&;“”‘’৫5aকনি", "\N{ARABIC LETTER ALEF}", "日", "\N{WOMAN}"]
    parts += [
        "&amp;",
        "#039;",
        "&nbsp;",
        "&#2453;",
        "quot;",
        "...",
        "দু",
        "নাম",
        script.VISARGA,
        AA_KAR * 3,
        "v1.2",
        " " + HASANTA,
        "আল",
        "লাহ",
    ]
    return st.lists(st.sampled_from(parts), max_size=10).map("".join)


_DENSE = [
    *MARKS * 2,
    *"‘’'\"`" * 6,
    *["''", "‘‘", "’’", "```"],
    *"কদুরলশ৫৭1aবনহ" * 2,
    *["দু", "একশ", "ল", "৭১", "যদি", "কে", "সহ", "উমার", "আলাইহি", "পরে", "কর", "লহ", "বলল", "বলেন"],
    *" \t।|৷-.,:;()[]{}<>=+&\\/#*@!?_\N{NO-BREAK SPACE}",
    *" " * 12,
    *[
        "www.",
        "https://a.b/",
        "a@b.c",
        "<a ",
        "</b>",
        "](",
        "{{",
        "}}",
        "key: ",
        "x = ",
        "print(",
        "= ",
        ": ",
        ", ",
        "।",
    ],
    *["msgid ", "VALUES (", "'s", "é", "²", "\\n", "||", ZWJ, ZWNJ],
]


@cache
def mark_dense_lines() -> SearchStrategy[str]:
    """Marks, the words that decide about them, numbers, and the signs of code, data and addresses in any order."""
    return st.lists(st.sampled_from(_DENSE), min_size=1, max_size=14).map("".join)


@cache
def noise() -> SearchStrategy[str]:
    """Any code points at all: NUL, lone surrogates, private use, unassigned."""
    return st.text(st.characters(), max_size=8) | st.text(
        "\0\ud800\udc00\uffff\U0010ffff\r\n\t\x0b\x85\u2028ক" + NUKTA, max_size=6
    )


@cache
def marks_of_any_script() -> SearchStrategy[str]:
    """Long-reaching canonical order: runs of combining marks of different classes."""
    return st.text(
        "aক" + NUKTA + HASANTA + "\u0301\u0327\u0323\u0315\u05b0\u3099\u093c\u094d\u0345", min_size=1, max_size=60
    )


@cache
def long_runs() -> SearchStrategy[str]:
    """One to three short pieces, each many times over."""
    piece = st.one_of(
        st.sampled_from(_DAMAGE), st.sampled_from(MARKS), st.sampled_from(["ক", " ", "।", "৷", "|", "\u0301", "‘ক’"])
    )
    run = st.builds(lambda unit, times: unit * times, piece, st.integers(2, 80))
    return st.lists(run, min_size=1, max_size=3).map("".join)


# --- all of it --------------------------------------------------------------------------------------------------------


@cache
def pieces() -> SearchStrategy[str]:
    """One thing of any kind."""
    return st.one_of(
        words(),
        sentences(),
        damaged_words(),
        damaged_words(),
        bengali_noise(),
        mark_noise(),
        typing_noise(),
        quotations(),
        apostrophe_words(),
        numbers(),
        latin(),
        addresses(),
        code(),
        emoji(),
        other_scripts(),
        marks_of_any_script(),
        noise(),
    )


@cache
def lines() -> SearchStrategy[str]:
    """A line of text of any kind, without a line break."""
    glue = st.sampled_from(["", " ", " ", "\t", NBSP])
    return st.lists(st.builds("{}{}".format, pieces(), glue), max_size=4).map(
        lambda parts: "".join(parts).replace("\n", " ")
    )


@cache
def texts() -> SearchStrategy[str]:
    """Text of any kind: lines, damaged words, noise, long runs."""
    return st.one_of(
        st.lists(lines(), max_size=3).map("\n".join),
        pieces(),
        sentences(),
        long_runs(),
    )


@cache
def texts_without_bengali() -> SearchStrategy[str]:
    """Text that holds no code point of the Bengali block."""
    parts = st.one_of(
        latin(),
        emoji(),
        other_scripts(),
        noise(),
        st.sampled_from(["https://example.org/'", " ", NBSP, "|", "''", ZWNJ]),
    )
    return st.lists(parts, max_size=6).map("".join).map(_without_bengali)


def _without_bengali(text: str) -> str:
    return "".join(char for char in text if not "\u0980" <= char <= "\u09ff")


# --- options of normalize ---------------------------------------------------------------------------------------------

CHOICES = {
    "profile": ["canonical", "visual", "standard", "repair"],
    "nukta": ["decomposed", "composed"],
    "apostrophe": ["'", "’", "ʼ", "keep"],
    "quotes": ["curly", "ascii", "keep"],
    "digits": ["keep", "ascii", "bengali"],
}


def options() -> SearchStrategy[dict[str, object]]:
    """Keyword arguments of ``normalize`` without switches of single rules."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in CHOICES.items()})


@st.composite
def options_with_switches(draw: st.DrawFn) -> dict[str, object]:
    """Keyword arguments of ``normalize``, with rules switched on and off."""
    names = [rule.name for rule in rules()]
    digits = ["ascii_digits", "bengali_digits"]  # two rules that contradict each other and the option of the same name
    switches = draw(
        st.dictionaries(st.sampled_from([name for name in names if name not in digits]), st.booleans(), max_size=4)
    )
    chosen = draw(options())
    on = {name for name, state in switches.items() if state}
    return chosen | {"enable": tuple(sorted(on)), "disable": tuple(sorted(set(switches) - on))}
