"""Which lines are taken for another language of the script: how many of their words, and which letters, say so."""

from rows import each_row

from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.script.letters import AA_KAR, ASSAMESE_RA, ASSAMESE_WA

FOREIGN, PLAIN = "অমসুং", "আমি"  # a common word of Meitei, and one of Bengali


@each_row(
    "foreign, plain, is_other",
    [
        (0, 0, False),
        (0, 3, False),
        (1, 0, True),
        (1, 3, True),  # one word in four
        (1, 4, False),
        (1, 7, False),
        (2, 6, True),
        (2, 7, True),  # of a longer line two words are enough
        (2, 40, True),
        (1, 40, False),
    ],
)
def test_how_many_words_of_another_language_are_enough(foreign: int, plain: int, is_other: bool) -> None:
    for words in ([FOREIGN] * foreign + [PLAIN] * plain, [PLAIN] * plain + [FOREIGN] * foreign):
        assert is_other_language(" ".join(words)) is is_other


def test_a_line_as_long_as_a_book_is_asked_for_its_letters_only() -> None:
    line = (FOREIGN + " ") * 10_923
    assert is_other_language(line[: (1 << 16) - 1])
    assert not is_other_language(line[: 1 << 16])
    assert is_other_language(line.replace("অ", ASSAMESE_RA))


@each_row(
    "line, is_other",
    [
        ("", False),
        ("আমার তা" + ASSAMESE_RA, False),  # of two free ones one is
        ("আমার তা" + ASSAMESE_RA + " ঘ" + ASSAMESE_RA, True),
        ("ঘ" + ASSAMESE_RA + "ৰ আম" + ASSAMESE_WA, True),
        ("সূর্য প্র ঘ" + ASSAMESE_RA, True),  # in a conjunct Assamese writes the same letter
        ("ক্" + ASSAMESE_RA, False),  # a conjunct by itself
        (" ক্" + ASSAMESE_RA + " ", False),
        ("ক্" + ASSAMESE_RA + AA_KAR, True),
        (ASSAMESE_RA + "মতা", False),  # left by a converter, for ক্ষ
        (ASSAMESE_RA + "মতা ঘ" + ASSAMESE_RA, True),
        ("সুন্দ" + ASSAMESE_WA, False),  # a slip for a common word
        ("অক্ষ" + ASSAMESE_WA, False),
        ("অগ্নি" + ASSAMESE_WA, True),  # not common enough
        ("অগ্রে সে" + ASSAMESE_WA + AA_KAR, True),  # সেবা is a word as well
    ],
)
def test_the_letters_of_assamese(line: str, is_other: bool) -> None:
    assert is_other_language(line) is is_other
