"""How alike names are, and which of two lists are the same."""

import pickle

import pytest
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, NamePair, match_names, name_similarity
from banglanorm.names.skeleton import distance, skeleton, sounds, transliterates
from banglanorm.tables import read_table

SAME, OTHER = 0.75, 0.7  # at least so alike are the same names of the cases, at most so the others
CASES = read_cases("names/similarity")
names = st.one_of(
    st.sampled_from(["মোঃ আব্দুল করিম", "Abdul Karim", "A. Karim", "সাবিনা", "চৌধুরী, রহিম", "Dr. R. Khan", "", "এ"]),
    st.text(max_size=20),
)


@each_row("case", CASES)
def test_cases(case: dict[str, str]) -> None:
    score = name_similarity(case["a"], case["b"])
    assert score >= SAME if case["same"] == "yes" else score <= OTHER


class TestSimilarity:
    @given(names, names)
    def test_from_zero_to_one_and_the_same_both_ways(self, a: str, b: str) -> None:
        score = name_similarity(a, b)
        assert 0.0 <= score <= 1.0
        assert score == pytest.approx(name_similarity(b, a))

    @pytest.mark.parametrize("name", ["শেখ হাসিনা", "Abdul Karim", "এ. পি. জে. আব্দুল কালাম", "O'Brien"])
    def test_a_name_is_like_itself(self, name: str) -> None:
        assert name_similarity(name, name) == pytest.approx(1.0)

    def test_only_str(self) -> None:
        with pytest.raises(TypeError, match="expected str"):
            name_similarity("কিম", None)  # type: ignore[arg-type]

    def test_of_a_name_twelve_words_are_compared_and_forty_letters_of_each(self) -> None:
        twelve = " ".join(["Karim"] * 12)
        assert name_similarity(twelve + " Rahim", twelve + " Sabina") == 1.0
        assert name_similarity(twelve[:-5] + "Rahim", twelve) < 1.0
        forty = "karim" * 8
        assert name_similarity(forty + "sab", forty + "non") == 1.0
        assert name_similarity(forty[:-2] + "sab", forty[:-2] + "non") < 1.0

    def test_long_texts_are_no_names(self) -> None:
        assert 0.0 <= name_similarity("কা" * 50_000, "ka " * 50_000) <= 1.0


class TestMatching:
    OURS = ("মোঃ আব্দুল করিম", "সাবিনা ইয়াসমিন", "কিম জং উন", "")
    THEIRS = ("Yasmin, Sabina", "Rahim Uddin", "Md. Abdul Kareem", "")

    def test_pairs(self) -> None:
        pairs = match_names(self.OURS, self.THEIRS)
        assert [(pair.query_index, pair.choice_index) for pair in pairs] == [(0, 2), (1, 0)]
        assert all(self.OURS[pair.query_index] == pair.query for pair in pairs)
        assert all(self.THEIRS[pair.choice_index] == pair.choice for pair in pairs)

    @each_row("case", read_cases("names/matches"))
    def test_cases(self, case: dict[str, str]) -> None:
        pairs = match_names([case["query"]], case["choices"].split("; "), least=float(case["least"]), limit=3)
        assert [f"{pair.choice} {pair.score:.3f}" for pair in pairs] == [p for p in case["pairs"].split("; ") if p]

    def test_one_pair_for_a_query_where_no_limit_is_given(self) -> None:
        assert [pair.choice for pair in match_names(["করিম"], ["Kareem", "Karim"])] == ["Kareem"]

    def test_twenty_choices_are_compared_those_with_the_rarest_words_first(self) -> None:
        assert len(match_names(["Karim"], ["Karim"] * 25, limit=30)) == 20
        pairs = match_names(["Sabina Rahman"], [*["Rahman"] * 25, "Sabina"], least=0.0, limit=30)
        assert "Sabina" in [pair.choice for pair in pairs]

    @each_row(
        "options",
        [{"least": 2}, {"least": -0.1}, {"least": "x"}, {"least": True}, {"limit": 0}, {"limit": "1"}, {"limit": True}],
    )
    def test_wrong_options_are_refused_by_name(self, options: dict[str, object]) -> None:
        with pytest.raises(ConfigError, match=f"{next(iter(options))}: expected"):
            match_names([], [], **options)  # type: ignore[arg-type]

    @pytest.mark.parametrize("lists", [("কিম", ["Kim"]), (["কিম"], "Kim"), (["কিম"], [b"Kim"])])
    def test_lists_of_str(self, lists: tuple[object, object]) -> None:
        with pytest.raises(TypeError, match="expected"):
            match_names(*lists)  # type: ignore[arg-type]

    @given(st.lists(names, max_size=5), st.lists(names, max_size=5))
    def test_total(self, ours: list[str], theirs: list[str]) -> None:
        for pair in match_names(ours, theirs, least=0.0, limit=9):
            assert pair.score == name_similarity(ours[pair.query_index], theirs[pair.choice_index])

    def test_results_travel(self) -> None:
        pair = match_names(["কিম জং উন"], ["Kim Jong Un"])[0]
        assert pickle.loads(pickle.dumps(pair)) == pair
        assert b"banglanorm.names" not in pickle.dumps(pair)
        assert pair.as_dict() == {
            "query": "কিম জং উন", "choice": "Kim Jong Un", "score": 1.0, "query_index": 0, "choice_index": 0,
        }  # fmt: skip
        assert repr(pair) == "NamePair('কিম জং উন', 'Kim Jong Un', 1)"
        assert isinstance(pair, NamePair)


@each_row("row", read_table("names/alike_sounds"))
def test_sounds_that_are_alike_differ_by_half(row: dict[str, str]) -> None:
    assert distance(*map(sounds, row["example"].split(" "))) == 0.5
    assert distance(*map(sounds, row["other"].split(" "))) == 1.0


@each_row("case", read_cases("names/likeness"))
def test_how_alike_names_are(case: dict[str, str]) -> None:
    assert name_similarity(case["a"], case["b"]) == pytest.approx(float(case["score"]), abs=0.0006)


def test_sounds() -> None:
    for case in read_cases("names/sounds"):
        assert (sounds(case["name"]), skeleton(case["name"])) == (case["sounds"], case["skeleton"])


def test_distances() -> None:
    for case in read_cases("names/distances"):
        assert distance(case["left"], case["right"]) == pytest.approx(float(case["distance"]), abs=0.0006), case
    assert distance("K" * 63 + "R", "K" * 63 + "P") == 1.0
    assert distance("K" * 64 + "R", "K" * 64 + "P") == 0.0  # what is longer is no name


def test_what_transliterates() -> None:
    for case in read_cases("names/transliterations"):
        assert transliterates(case["bengali"], case["latin"]) == (case["same"] == "yes"), case
