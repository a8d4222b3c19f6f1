"""Hypothesis strategies for transliteration and pronunciation: Bengali words, malformed runs, mixed text, ISO 15919."""

from hypothesis import strategies as st

from banglanorm.script import letters as script

_consonants = st.sampled_from(script.BASIC_CONSONANTS).flatmap(
    lambda c: st.sampled_from([c, c, c, c, c + script.NUKTA]) if c in "ডঢযকখগজফব" else st.just(c)
)
_links = st.sampled_from([script.HASANTA] * 6 + [script.HASANTA + script.ZWNJ, script.ZWJ + script.HASANTA])
_onsets = st.builds(
    lambda first, rest: first + "".join(link + c for link, c in rest),
    _consonants,
    st.lists(st.tuples(_links, _consonants), max_size=2),
)
_signs = st.sampled_from(["", "", *script.VOWEL_SIGNS])
_tails = st.sampled_from([""] * 8 + [*script.FINAL_SIGNS, script.KHANDA_TA, script.HASANTA, script.AVAGRAHA])


def _syllable(onset: str, sign: str, tail: str) -> str:
    return onset + ("" if tail == script.HASANTA else sign) + tail


_syllables = st.one_of(
    st.builds(_syllable, _onsets, _signs, _tails),
    st.builds(_syllable, _onsets, _signs, _tails),
    st.sampled_from([*script.VOWEL_LETTERS, "অ" + script.HASANTA + script.YA + script.AA_KAR]),
)

words = st.lists(_syllables, min_size=1, max_size=6).map("".join)
"""Well-formed Bengali words."""

runs = st.text(script.WORD_CHARACTERS + script.JOINERS + "".join("\N{COMBINING DIAERESIS BELOW}"), max_size=12)
"""Bengali characters in any order."""

foreign = st.one_of(
    st.sampled_from(
        ["kim", "Kim", "mp3", "is", "hello", "2023", "‹", "›", ":", ":’", "|", "+", "=", "’", "ā", "Māori", "\n"]
    ),
    st.text(max_size=4),
)

texts = st.lists(st.one_of(words, runs, foreign, st.sampled_from([" ", "। ", "-", "৫"])), max_size=8).map("".join)
"""Bengali and anything else, side by side."""

latin = st.text("aāiīuūrlkhgṅcjñṭḍṇtdnpbmyśṣsvɹẏqfzw\u0310\u0325\u0324ṁḥṯăēō:|+=’‹› 1X", max_size=12)
"""Text that looks like ISO 15919."""

_plain_letters = "অআইঈউঊঋএঐওঔ"
_plain_consonants = [*"কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ", "ড়", "ঢ়", "য়"]
_plain_clusters = st.lists(st.sampled_from(_plain_consonants), min_size=1, max_size=4).map(script.HASANTA.join)
_plain_syllables = st.builds(
    lambda onset, sign, tail: onset + sign + tail,
    _plain_clusters,
    st.sampled_from(["", "", *"ািীুূৃেৈোৌ"]),
    st.sampled_from(["", "", "", script.CANDRABINDU, script.ANUSVARA, script.VISARGA, "ৎ"]),
)
plain_words = st.lists(st.one_of(_plain_syllables, st.sampled_from(_plain_letters)), min_size=1, max_size=4).map(
    "".join
)
"""Words of letters and signs that Bijoy has."""
