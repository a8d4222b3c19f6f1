import json
import pickle
import re
import tracemalloc
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from depth import sample
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row
from runner import Command

from banglanorm import ConfigError, DataError, NameCandidate, name_candidates, romanize, romanize_name, tables
from banglanorm.names import initials, keys, lexicon, model, model_file, reading
from banglanorm.names import words as name_words
from banglanorm.script.letters import (
    HASANTA,
    JOINERS,
    LETTERS,
    SIGNS,
    ZWJ,
    ZWNJ,
)
from banglanorm.tables import read_bytes, read_table

CASES = read_cases("names/names")

names_of_people = st.sampled_from(["রহিম", "করিমের", "আল", "বিন", "এ", "কে.", "ঢাকায়", "ও", "আল-আমিন", "দে"])
texts = st.one_of(
    strategies.texts,
    st.text(max_size=30),
    st.lists(st.one_of(names_of_people, strategies.words), min_size=1, max_size=5).map(" ".join),
)


def is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in text if unicodedata.category(char).startswith("L"))


@each_row("case", CASES)
def test_spelling(case: dict[str, str]) -> None:
    assert romanize_name(case["bn"]) == case["en"]


def test_the_source_of_each_spelling() -> None:
    for case in CASES:
        assert case["source"] in ("", name_candidates(case["bn"])[0].source), case


def test_the_likeliest_spellings_of_a_word_and_how_likely_they_are() -> None:
    for case in read_cases("names/spellings"):
        candidates = name_candidates(case["bn"], limit=int(case["limit"]))
        found = [(candidate.text, candidate.score) for candidate in candidates]
        pairs = (pair.split("=") for pair in case["spellings"].split(" "))
        assert found == [(text, pytest.approx(float(score), abs=0.006)) for text, score in pairs]


@each_row("row", read_table("names/clear_openings"))
def test_a_pair_of_letter_names_is_an_initialism_by_its_opening_only(row: dict[str, str]) -> None:
    assert initials.spell_initials(row["initialism"]) is not None
    assert initials.spell_initials(row["name"]) is None


def test_letters_by_their_names() -> None:
    for case in read_cases("names/initials"):
        found = (initials.spell_initials(case["key"]), initials.letters_in(case["key"]), initials.letter(case["key"]))
        assert found == tuple(case[column] or None for column in ("initialism", "letters", "initials")), case


class TestCandidates:
    def test_str_is_the_text(self) -> None:
        assert str(NameCandidate("Kim", "lexicon", 1.0)) == "Kim"

    def test_limit(self) -> None:
        assert [len(name_candidates("ফারিহা", limit=limit)) for limit in (1, 2, 7)] == [1, 2, 7]
        assert len(name_candidates("ফারিহা")) == 5

    @each_row("limit", [0, -1, "3", 1.5, None, True])
    def test_a_limit_that_is_no_count_is_refused_by_name(self, limit: object) -> None:
        with pytest.raises(ConfigError, match="limit: expected a whole number of at least 1"):
            name_candidates("কিম", limit=limit)  # type: ignore[arg-type]

    def test_they_travel(self) -> None:
        candidate = name_candidates("ঢাকা")[0]
        assert pickle.loads(pickle.dumps(candidate)) == candidate
        assert b"banglanorm.names" not in pickle.dumps(candidate)
        assert candidate.as_dict() == {"text": "Dhaka", "source": "lexicon", "score": candidate.score}
        assert repr(candidate).startswith("NameCandidate('Dhaka', 'lexicon', ")

    def test_alternatives_of_every_word_are_combined(self) -> None:
        spellings = {candidate.text for candidate in name_candidates("ফারিহা সুরাইয়া", limit=5)}
        assert len({spelling.split()[0] for spelling in spellings}) > 1
        assert len({spelling.split()[1] for spelling in spellings}) > 1

    def test_a_name_is_as_certain_as_its_least_certain_word(self) -> None:
        assert name_candidates("ভ্লাদিমির ফারিহা")[0].source == "model"

    def test_what_the_model_cannot_read_goes_by_rules(self) -> None:
        candidate = name_candidates("কা" * 60)[0]
        assert (candidate.source, is_latin(candidate.text)) == ("rules", True)

    @each_row("function", [romanize_name, name_candidates])
    @each_row("value", [b"kim", None, 3])
    def test_only_str(self, function: object, value: object) -> None:
        with pytest.raises(TypeError, match="expected str"):
            function(value)  # type: ignore[operator]


class TestProperties:
    @given(texts)
    @example("")
    @example("\ud800 কিম\0")
    @example(HASANTA + "ক" + HASANTA)
    def test_total_and_first(self, text: str) -> None:
        candidates = name_candidates(text, limit=3)
        assert romanize_name(text) == candidates[0].text
        assert len({candidate.text for candidate in candidates}) == len(candidates) <= 3

    @given(texts)
    def test_scores_fall_from_one_to_zero(self, text: str) -> None:
        scores = [candidate.score for candidate in name_candidates(text)]
        assert scores == sorted(scores, reverse=True)
        assert all(0.0 <= score <= 1.0 + 1e-9 for score in scores)

    @given(strategies.words)
    def test_a_bengali_word_becomes_latin_letters(self, word: str) -> None:
        for candidate in name_candidates(word):
            assert is_latin(candidate.text)
            assert not set(candidate.text) & set(LETTERS + SIGNS)

    @given(st.lists(strategies.words, min_size=1, max_size=3).map(" ".join))
    def test_composed_decomposed_and_joined_are_one(self, text: str) -> None:
        bare = re.sub(f"[{JOINERS}]", "", text)
        nfc = unicodedata.normalize("NFC", bare)
        composed = re.sub("[ডঢয]\N{BENGALI SIGN NUKTA}", lambda m: {"ড": "ড়", "ঢ": "ঢ়", "য": "য়"}[m[0][0]], nfc)
        expected = romanize_name(nfc)
        assert romanize_name(unicodedata.normalize("NFD", bare)) == expected
        assert romanize_name(composed) == expected
        assert romanize_name(nfc.replace(HASANTA, HASANTA + ZWNJ)) == expected
        assert romanize_name(nfc.replace(HASANTA, HASANTA + ZWJ)) == expected

    def test_joiners_beside_marks_say_nothing_either(self) -> None:
        assert romanize_name(f"ফারিহা{ZWNJ}’র") == romanize_name("ফারিহা’র") == "Fariha"
        assert romanize_name(f"‘{ZWJ}কিম’") == "‘Kim’"
        assert romanize_name("👩" + ZWJ + "🚀 কিম") == "👩" + ZWJ + "🚀 Kim"

    @given(st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x8FF), max_size=30))
    def test_other_scripts_stay(self, text: str) -> None:
        assert romanize_name(text) == text

    @given(texts)
    def test_the_caches_change_nothing(self, text: str) -> None:
        warm = romanize_name(text)
        reading._best.cache_clear()
        name_words._read.cache_clear()
        assert romanize_name(text) == warm

    def test_threads_agree(self) -> None:
        words = [case["bn"] for case in CASES] * 4
        expected = [romanize_name(word) for word in words]
        reading._best.cache_clear()
        name_words._read.cache_clear()
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(romanize_name, words)) == expected

    @pytest.mark.parametrize("text", ["ক" + "-এর" * 499, "ক" + "-এর" * 300, "ক'" * 5_000, "এ. " * 5_000, "ড." * 300])
    def test_long_chains(self, text: str) -> None:
        assert is_latin(romanize_name(text))

    @given(st.lists(texts, max_size=3), st.sampled_from(["\n", "\r\n", "\u2028"]))
    def test_every_line_is_a_name(self, lines: list[str], end: str) -> None:
        lines = [line for line in lines if len(line.splitlines()) <= 1 and not line.endswith(("\n", "\r"))]
        assert romanize_name(end.join(lines)) == end.join(map(romanize_name, lines))

    def test_a_sign_alone_is_as_in_a_text(self) -> None:
        assert romanize_name("ঽ") == romanize("ঽ")

    def test_a_line_of_a_thousand_characters_is_the_longest_name(self) -> None:
        line = "পুতিন " * 166 + "ঢাকা"
        assert len(line) == 1_000
        assert romanize_name(line).endswith("Putin Dhaka")
        assert romanize_name(line + ".") == romanize(line + ".")

    def test_a_ministry_has_twelve_topics_at_most(self) -> None:
        assert romanize_name("কৃষি, " * 11 + "খাদ্য মন্ত্রণালয়").startswith("Ministry of Agriculture, ")
        assert romanize_name("কৃষি, " * 12 + "খাদ্য মন্ত্রণালয়").startswith("Krishi, Ministry of ")

    def test_a_word_of_a_hundred_and_twenty_characters_is_the_longest_with_an_ending(self) -> None:
        name = "কা" * 59
        assert romanize_name(name + "'র") == romanize_name(name)
        assert romanize_name(name + "ক'র") == romanize(name + "ক'র")

    def test_a_hundred_thousand_letters(self) -> None:
        assert is_latin(romanize_name("কা" * 50_000))


class TestEndings:
    """Endings come off known names, whatever the ending; and never from names that end so by themselves."""

    KNOWN = ("পুতিন", "ট্রাম্প", "বাইডেন", "লন্ডন", "ঢাকা", "গাজা", "মমতা", "ইলন মাস্ক", "নরেন্দ্র মোদি", "কানাডা")

    @each_row("name", KNOWN)
    def test_known_names(self, name: str) -> None:
        vowel = name[-1] in SIGNS
        endings = ("র", "কে", "তে", "রও") if vowel else ("ের", "কে", "ে", "েরও", "েই")
        assert {romanize_name(name + ending) for ending in endings} == {romanize_name(name)}

    @each_row("mark", ["-", "’", "'"])
    @each_row("name", ["বিবিসি", "ফারিহা"])
    def test_after_a_mark(self, name: str, mark: str) -> None:
        assert romanize_name(f"{name}{mark}র") == romanize_name(name)

    @each_row(
        "name, english",
        [
            ("কবির", "Kabir"),
            ("জাহাঙ্গীর", "Jahangir"),
            ("টেলর", "Taylor"),
            ("মিলার", "Miller"),
            ("আখতার", "Akhter"),
            ("আক্তার", "Akter"),
            ("ক্লার্ক", "Clark"),
            ("হাওয়ার্ড", "Howard"),
        ],
    )
    def test_names_that_end_so(self, name: str, english: str) -> None:
        assert romanize_name(name) == english


@pytest.mark.parametrize("row", read_table("names/ordinary_words"), ids=lambda row: row["bn"])
def test_an_ordinary_word_is_written_by_rule(row: dict[str, str]) -> None:
    assert lexicon.find(keys.fold(row["bn"])) is None
    assert romanize_name(row["bn"]) == romanize(row["bn"])


def test_weekdays_keep_their_endings_and_names_stay_names() -> None:
    assert romanize_name("শনিবারের") == romanize("শনিবারের")
    assert romanize_name("শুক্রবারে ঢাকায়") == romanize("শুক্রবারে") + " Dhaka"
    assert romanize_name("তারা") == "Tara"


class TestInitials:
    @pytest.mark.parametrize("text", ["৫টি থানা", "(এ) থানা", "ক-এ থানা"])
    def test_only_words_by_themselves_are_initials(self, text: str) -> None:
        assert "." not in romanize_name(text)

    @pytest.mark.parametrize("text", ["এ কে", "দে", "আল"])
    def test_the_last_word_is_neither_initial_nor_particle(self, text: str) -> None:
        last = romanize_name(text).split()[-1]
        assert last[0].isupper()
        assert "." not in last


class TestLexicon:
    def test_there_are_enough_entries(self) -> None:
        own, public = read_table("names/lexicon"), read_table("names/public")
        assert len(own) >= 2_500
        assert len(own) + len(public) >= 5_000

    def test_no_name_twice(self) -> None:
        folded = [keys.fold(row["bn"]) for row in read_table("names/lexicon")]
        assert sorted(folded) == sorted(set(folded))

    @pytest.mark.parametrize("table", ["names/lexicon", "names/public"])
    def test_rows_are_clean(self, table: str) -> None:
        for row in read_table(table):
            assert row["bn"] == unicodedata.normalize("NFC", row["bn"]).strip()
            assert row["en"] == unicodedata.normalize("NFC", row["en"]).strip() != ""
            assert is_latin(row["en"])

    def test_a_syllable_of_a_whole_name_is_no_word(self) -> None:
        assert lexicon.find("লু শুন") == ("Lu Xun", "person")
        assert lexicon.find("শুন") is None
        assert lexicon.find("সান") == ("San", "word")

    def test_every_letter_has_a_name(self) -> None:
        assert {row["letter"] for row in read_table("names/letter_names")} == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    @each_row("word", ["এমা", "আইভান", "এই", "আরও", "বিবি", "সিসি", "টিনা", "ডেভিড", "কেট", "জেন"])
    def test_plain_names_are_no_initials(self, word: str) -> None:
        assert initials.spell_initials(word) is None

    @given(st.lists(st.sampled_from(read_table("names/letter_names")), min_size=3, max_size=8))
    def test_initials_come_back(self, rows: list[dict[str, str]]) -> None:
        spelled = initials.spell_initials(keys.fold("".join(row["bn"] for row in rows)))
        assert spelled == "".join(row["letter"] for row in rows)


class TestCommand:
    def test_names_line_by_line(self, command: Command) -> None:
        command.write("names.txt", "পুতিনের\n\nকিম জং উন\r\nবিবিসি")
        assert command("romanize", "--names", "names.txt").out == b"Putin\n\nKim Jong Un\r\nBBC"

    def test_candidates_as_text(self, command: Command) -> None:
        lines = command("romanize", "--candidates", "2", "--text", "ফারিহা").text.splitlines()
        cells = [line.split("\t") for line in lines]
        assert [(name, source) for name, _, source, _ in cells] == [("ফারিহা", "model")] * 2
        assert cells[0][1] == romanize_name("ফারিহা")

    def test_candidates_as_json(self, command: Command) -> None:
        line = command("romanize", "--candidates", "1", "-f", "jsonl", "--text", "ঢাকায়").text
        assert json.loads(line) == {
            "file": "<text>", "line": 1, "name": "ঢাকায়", "text": "Dhaka", "source": "lexicon", "score": 0.97,
        }  # fmt: skip

    def test_capitals_of_names(self, command: Command) -> None:
        text = ["romanize", "--text", "আমি কাল ঢাকায় যাব"]
        assert command(*text, "--capitals", "names").text == "Ami kal Dhakay jabo\n"
        assert command(*text, "--capitals", "sentences").text == command(*text).text == "Ami kal dhakay jabo\n"

    @pytest.mark.parametrize("number", ["0", "x", "1.5"])
    def test_a_wrong_number_is_refused(self, command: Command, number: str) -> None:
        result = command("romanize", "--candidates", number, "--text", "কিম")
        assert (result.status, result.out) == (2, b"")
        assert result.err.startswith(
            f"banglanorm romanize: error: argument --candidates: {number!r} is not a number of at least 1"
        )

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--names", "--scheme=ipa"],
            ["--candidates=2", "--scheme=ipa"],
            ["--format=jsonl"],
            ["--names", "--capitals=names"],
            ["--capitals=names", "--scheme=ipa"],
        ],
    )
    def test_options_that_would_be_ignored_are_refused(self, command: Command, arguments: list[str]) -> None:
        result = command("romanize", *arguments, "--text", "কিম")
        assert (result.status, result.out) == (2, b"")
        assert result.err.startswith("banglanorm: error: ")


class TestModelFile:
    @given(st.dictionaries(st.text("abc", min_size=1), st.binary(max_size=50), max_size=4))
    def test_round_trip(self, sections: dict[str, bytes]) -> None:
        assert model_file.unpack(model_file.pack({"end": 1}, sections)) == ({"end": 1}, sections)

    @pytest.mark.parametrize("place", [0, 30, 5_000, -1])
    def test_a_changed_byte_is_noticed(self, place: int, monkeypatch: pytest.MonkeyPatch) -> None:
        data = bytearray(read_bytes("names/model.bin"))
        data[place] ^= 1
        monkeypatch.setattr(tables, "read_bytes", lambda name: bytes(data))
        with pytest.raises(DataError, match=r"names/model\.bin is damaged"):
            model.load.__wrapped__()

    def test_it_is_small(self) -> None:
        assert len(read_bytes("names/model.bin")) < 5_000_000

    def test_the_loaded_model_is_small(self) -> None:
        tracemalloc.start()
        try:
            loaded = model.load.__wrapped__()
            for case in sample(CASES, 15):
                loaded.spellings(case["bn"])
            assert tracemalloc.get_traced_memory()[0] < 30_000_000
        finally:
            tracemalloc.stop()

    def test_every_name_of_the_list_is_found(self) -> None:
        known = model.load()._known
        for line in known.names[1:].splitlines(keepends=True)[::20_011]:
            first, last, hope, most = known.look_up(b"\n" + line[:-2], 1, len(known.names))
            assert known.names[last - len(line) : last] == line
            assert known.names[first - 1 : first] == b"\n"
            assert known.prior(b"\n" + line[:-2], first, last)[1]
            assert hope <= most

    @each_row("text", ["", "a", "sa", "saint", "santamaria", "zz", "qqqq", "x" * 60])
    def test_the_names_that_begin_so_are_one_range(self, text: str) -> None:
        known = model.load()._known
        key = b"\n" + text.encode()
        first, last, *_ = known.look_up(key, 1, len(known.names))
        assert known.names[first - 1 : last].count(key) == known.names.count(key)

    def test_a_word_is_read_alike_whatever_was_read_before(self) -> None:
        words = ["করিম", "করিমের", "করিমেরই", "করা", "কর", "পুতিন"]
        fresh = [model.load.__wrapped__().spellings(word) for word in words]
        loaded = model.load.__wrapped__()
        assert [loaded.spellings(word) for word in words] == fresh
        assert [loaded.spellings(word) for word in reversed(words)] == fresh[::-1]
