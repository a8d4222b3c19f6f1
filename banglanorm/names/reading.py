"""Names in Latin letters as readers of English expect them: কিম জং উন is Kim Jong Un, not Kim jong un.

A text is read line by line, a line as runs of words with spaces between. A run is an entry of the lexicon, the name of
an organisation, or the words of a person or place with titles, initials and ordinals; each word is read by `words`.

>>> romanize_name("কিম জং উন"), romanize_name("কেসিএনএ-র"), romanize_name("ব্লাডিভস্তকে")
('Kim Jong Un', 'KCNA', 'Vladivostok')
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from banglanorm.endings import APOSTROPHES, HYPHENS, ending_slots, split_endings
from banglanorm.errors import ConfigError, require_str
from banglanorm.latin.romanization import PLAIN, romanize
from banglanorm.names import initials, lexicon, organisations, titles
from banglanorm.names.candidates import NameCandidate, Piece, products, sure
from banglanorm.names.keys import fold
from banglanorm.names.words import read_word
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS

_CACHED_LENGTH = 120  # longer texts are not kept, so the cache stays small
_LONGEST_NAME = 1_000  # characters of a line; what is longer is no name and is written by rule
_MOST_LISTED = 12  # words of a ministry's name

_RUN = f"[{WORD_CHARACTERS}]++"
_WORD = re.compile(f"{_RUN}(?:[.{re.escape(HYPHENS + APOSTROPHES)}]{_RUN})*+(?:[.:](?![^\\s)]))?+")
_LINE = re.compile("[^\\n\\r\\v\\f\x1c-\x1e\x85\u2028\u2029]++")
_JOINER_RUN = re.compile(f"[{JOINERS}]++")
_NUMBER_AFTER = re.compile(f"[{re.escape(HYPHENS)}]?[0-9{BENGALI_DIGITS}]")
_DIGIT_OR_LATIN = re.compile(f"[A-Za-z0-9{BENGALI_DIGITS}][{re.escape(HYPHENS + APOSTROPHES)}]?\\Z")


def romanize_name(text: str, /) -> str:
    """Return the name ``text`` in Latin letters, as the English press would most likely spell it.

    Case endings are taken off. What is not Bengali stays as it is, digits become ASCII digits. Every line is a name.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> romanize_name("ভ্লাদিমির পুতিনের"), romanize_name("বাশার আল-আসাদ"), romanize_name("ঢাকা বিশ্ববিদ্যালয়")
    ('Vladimir Putin', 'Bashar al-Assad', 'Dhaka University')
    """
    require_str(text)
    return _best(text) if len(text) <= _CACHED_LENGTH else _combine(text, 1)[0].text


def name_candidates(text: str, /, *, limit: int = 5) -> list[NameCandidate]:
    """Return up to ``limit`` spellings of the name ``text``, the likeliest first; at least one.

    The first one is what :func:`romanize_name` gives.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: ``limit`` is not a whole number of at least 1.

    >>> [(c.text, c.source) for c in name_candidates("বিবিসির")]
    [('BBC', 'lexicon')]
    >>> len(name_candidates("ফারিহা", limit=3))
    3
    """
    require_str(text)
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ConfigError(f"limit: expected a whole number of at least 1, got {limit!r}")
    return _combine(text, limit)


@lru_cache(maxsize=16_384)
def _best(text: str) -> str:
    return _combine(text, 1)[0].text


def _combine(text: str, limit: int) -> list[NameCandidate]:
    """Read ``text`` line by line and put the candidates of its parts together, the likeliest combinations first."""
    text = _drop_joiners(text)
    pieces: list[Piece] = []
    end = 0
    for line in _LINE.finditer(text):
        pieces.append(sure(text[end : line.start()]))
        pieces += _read_line(line[0], limit) if len(line[0]) <= _LONGEST_NAME else [sure(romanize(line[0]), "rules")]
        end = line.end()
    pieces.append(sure(text[end:]))
    return products(pieces, limit)


def _drop_joiners(text: str) -> str:
    """Return ``text`` without the joiners beside Bengali letters, which say nothing about a name; emoji keep theirs."""

    def kept(m: re.Match[str]) -> str:
        beside = m.string[m.start() - 1 : m.start()] + m.string[m.end() : m.end() + 1]
        return m[0] if not any(char in WORD_CHARACTERS for char in beside) else ""

    return _JOINER_RUN.sub(kept, text)


# --- a line as words and what stands between --------------------------------------------------------------------------


def _read_line(line: str, limit: int) -> list[Piece]:
    """Read the runs of words of ``line``; digits and punctuation between them come along."""
    parts = list(_parts(line))
    pieces: list[Piece] = []
    at = 0
    while at < len(parts):
        text, is_word = parts[at]
        if not is_word:
            pieces.append(sure(text.translate(PLAIN)))
            at += 1
        elif _is_ending_after_latin(parts, at):
            pieces[-1] = sure(pieces[-1][0].text.rstrip(HYPHENS + APOSTROPHES))
            at += 1
        elif (letters := _letters_beside_digits(parts, at)) is not None:
            pieces.append(sure(letters, "acronym"))
            at += 1
        else:
            listed = _listed_organisation(parts, at)
            if listed is not None:
                pieces.append(sure(listed))
                break
            end = at + 1
            while end + 1 < len(parts) and parts[end][0].isspace():
                end += 2
            run = _Run([fold(text) for text, _ in parts[at:end:2]], limit, followed=any(w for _, w in parts[end:]))
            pieces += _with_gaps(run.read(), [gap for gap, _ in parts[at + 1 : end : 2]])
            at = end
    return pieces


def _listed_organisation(parts: Sequence[tuple[str, bool]], at: int) -> str | None:
    """Return the ministry with a list of topics that the rest of the line is: বিদ্যুৎ, জ্বালানি ও খনিজ সম্পদ মন্ত্রণালয়."""
    gaps = [text.strip() for text, _ in parts[at + 1 :: 2]]
    if len(gaps) > _MOST_LISTED or "," not in gaps or not set(gaps) <= {"", ","} or not parts[-1][1]:
        return None
    order = organisations.read([fold(text) + gap for (text, _), gap in zip(parts[at::2], [*gaps, ""], strict=True)])
    if order is None or not all(isinstance(word, str) for word in order):
        return None
    return " ".join(map(str, order))


def _with_gaps(words: list[Piece], gaps: list[str]) -> Iterator[Piece]:
    """Yield ``words`` with the ``gaps`` of the text between them, as far as there are as many; else single spaces."""
    if len(gaps) != len(words) - 1:
        gaps = [" "] * (len(words) - 1)
    for word, gap in zip(words, [*gaps, ""], strict=True):
        yield word
        if gap:
            yield sure(gap)


def _parts(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of ``line``, each with whether it is a word; a word has the mark that belongs to it."""
    end = 0
    for match in _WORD.finditer(line):
        if match.start() > end:
            yield line[end : match.start()], False
        word = match[0]
        if word[-1] in ".:" and not _takes_mark(fold(word)):
            word = word[:-1]
        end = match.start() + len(word)
        while head := _glued(word):
            yield head, True
            yield " ", False
            word = word[len(head) :]
        yield word, True
    if end < len(line):
        yield line[end:], False


def _glued(word: str) -> str:
    """Return the title or the initials that no space parts from the name: ড.মুহাম্মদ, এ.কে.এম.শামীম."""
    head, dot, rest = word.partition(".")
    if rest and titles.title(fold(head + dot), "mark"):
        return head + dot
    head, dot, rest = word.rpartition(".")
    if not (head and rest) or initials.letter(fold(rest)) or titles.one_letter(fold(rest)):
        return ""
    key = fold(head + dot)
    return head + dot if initials.letter(key) or titles.letters_of(key) else ""


def _takes_mark(key: str) -> bool:
    """Say whether the full stop or colon belongs to the word, as in মো. and এ., and does not end a sentence."""
    if titles.title(key, "mark", "rank", "after"):
        return True
    return key[-1] == "." and bool(lexicon.find(key) or initials.letter(key) or titles.letters_of(key))


def _is_ending_after_latin(parts: Sequence[tuple[str, bool]], at: int) -> bool:
    """Say whether the word at ``at`` is the ending of a name in Latin letters or digits before it: BTS-এর."""
    before = _DIGIT_OR_LATIN.search(parts[at - 1][0]) if at else None
    slots = ending_slots(before[0][1:] + parts[at][0]) if before else None
    return slots is not None and "classifier" not in slots


def _letters_beside_digits(parts: Sequence[tuple[str, bool]], at: int) -> str | None:
    """Return the letters that a word beside digits names: জি-২০ is G-20, ৫জি 5G."""
    text = parts[at][0]
    before = _DIGIT_OR_LATIN.search(parts[at - 1][0]) if at else None
    after = _NUMBER_AFTER.match(parts[at + 1][0]) if at + 1 < len(parts) else None
    return initials.letters_in(fold(text)) if after or (before and ending_slots(text) is None) else None


# --- a run of words ---------------------------------------------------------------------------------------------------


class _Run:
    """The folded words of a run; ``followed``: more words of the line come after it."""

    def __init__(self, keys: list[str], limit: int, *, followed: bool) -> None:
        self._keys, self._limit, self._followed = keys, limit, followed

    def read(self) -> list[Piece]:
        """Return a piece for each word of the English name."""
        keys = self._keys
        whole = self._entry(0, len(keys)) if 1 < len(keys) <= lexicon.longest_entry() else None
        if whole is not None:
            return [sure(whole)]
        order = organisations.read(keys)
        if order is None:
            return self._person_or_place()
        last = len(keys) - 1
        first, *others = [
            sure(word) if isinstance(word, str) else read_word(keys[word], self._limit, last=word == last, alone=True)
            for word in order
        ]
        return [[replace(candidate, text=_with_capital(candidate.text)) for candidate in first], *others]

    def _person_or_place(self) -> list[Piece]:
        keys, pieces, at = self._keys, list[Piece](), 0
        while at < len(keys):
            for reader in (self._title, self._longest_entry, self._regnal, self._small_word, self._outside_bengal):
                found = reader(at)
                if found is not None:
                    at, piece = found
                    pieces += piece
                    break
            else:
                word = read_word(keys[at], self._limit, last=at == len(keys) - 1, alone=self._alone(at))
                if at and "-" in keys[at] and lexicon.is_east_asian_surname(keys[at - 1]):
                    word = [replace(candidate, text=candidate.text.capitalize()) for candidate in word]
                pieces.append(word)
                at += 1
        return pieces

    def _alone(self, at: int) -> bool:
        """Say whether the word at ``at`` is a name by itself: one of a list with "and", or the only one."""
        beside = [self._keys[other] for other in (at - 1, at + 1) if 0 <= other < len(self._keys)]
        return all((particle := lexicon.particle(key)) is not None and particle.text == "and" for key in beside)

    def _entry(self, at: int, end: int) -> str | None:
        """Return the spelling of the entry that the words from ``at`` to ``end`` are, perhaps with an ending."""
        key = " ".join(self._keys[at:end])
        stems = (split.stem for split in split_endings(key) if split.join != " ") if end == len(self._keys) else ()
        return next((entry.text for stem in (key, *stems) if (entry := lexicon.find(stem)) is not None), None)

    def _longest_entry(self, at: int) -> tuple[int, list[Piece]] | None:
        for end in range(min(len(self._keys), at + lexicon.longest_entry()), at + 1, -1):
            spelling = self._entry(at, end)
            if spelling is not None:
                return end, [sure(spelling)]
        return None

    def _title(self, at: int) -> tuple[int, list[Piece]] | None:
        """Read a title: before a name, after one, or an abbreviation; one of kings only before an ordinal."""
        keys = self._keys
        if at and _is_initial(keys[at]) and _is_initial(keys[at - 1]):  # the J. of A. P. J. is no general
            return None
        for end in range(min(len(keys), at + titles.longest_title()), at, -1):
            ways = ["mark"] if end - at == 1 else []
            if end < len(keys) or self._followed or len(keys) == 1:
                ways.append("before")
            if end < len(keys) and titles.regnal(keys[end]):
                ways.append("royal")
            if at or keys[at].endswith("."):
                ways.append("after")
            if end == len(keys) == 1 and self._followed:
                ways.append("rank")
            english = titles.title(" ".join(keys[at:end]), *ways)
            if english is not None:
                return end, [sure(english)]
        return None

    def _regnal(self, at: int) -> tuple[int, list[Piece]] | None:
        """Read an ordinal and the one or two words after it that end the run: তৃতীয় চার্লস is Charles III.

        Elsewhere an ordinal that no table has as a name is none, and is written by rule.
        """
        keys = self._keys
        numeral = titles.regnal(keys[at])
        if numeral is None:
            return None
        if not 1 <= len(keys) - at - 1 <= 2:
            return (at + 1, [sure(romanize(keys[at]), "rules")]) if lexicon.find(keys[at]) is None else None
        names = _Run(keys[at + 1 :], self._limit, followed=False)._person_or_place()
        return len(keys), [*names, sure(numeral)]

    def _outside_bengal(self, at: int) -> tuple[int, list[Piece]] | None:
        """Read a name that English spells by another language than Bengali beside such a surname: বিশাল শর্মা."""
        spelling = lexicon.spelling_outside_bengal(self._keys[at])
        if spelling is None:
            return None
        surnames = [*self._keys[at + 1 :], *(split.stem for split in split_endings(self._keys[-1]))]
        return (at + 1, [sure(spelling)]) if any(map(lexicon.is_outside_bengal, surnames)) else None

    def _small_word(self, at: int) -> tuple[int, list[Piece]] | None:
        """Read a small word or an initial of a name of several words; the last word is neither."""
        keys = self._keys
        key = keys[at]
        letters = titles.letters_of(key)
        if letters is not None:
            return at + 1, [sure(letters)]
        if at == len(keys) - 1:
            return None
        initial = initials.letter(key) or (titles.one_letter(key) if self._beside_letters(at) else None)
        particle = lexicon.particle(key)
        if particle is None or particle.way == "hyphen" or (initial is not None and self._beside_letters(at)):
            if initial is None:
                initial = self._initials(at)
            return (at + 1, [sure(initial)]) if initial is not None else None
        if at == 0:
            return at + 1, [sure(particle.text.capitalize())]
        if particle.way == "join":
            after = read_word(keys[at + 1], self._limit, last=at + 2 == len(keys), alone=False)
            return at + 2, [products([sure(particle.text + "-"), after], self._limit)]
        return at + 1, [sure(particle.text)]

    def _beside_letters(self, at: int) -> bool:
        """Say whether the word at ``at`` stands beside another that may be an initial."""
        beside = [self._keys[other] for other in (at - 1, at + 1) if 0 <= other < len(self._keys) - 1]
        return any(initials.letter(key) or titles.one_letter(key) for key in beside)

    def _initials(self, at: int) -> str | None:
        """Return the initials that begin a name without full stops: একে ফজলুল হক, জেপি মরগান."""
        key = self._keys[at]
        if at or lexicon.find(key) is not None:
            return None
        return initials.letters_in(key)


def _with_capital(text: str) -> str:
    """Return ``text``, the beginning of an organisation's name, with a capital: Al-Arafah Bank; iPhone stays."""
    return text[:1].upper() + text[1:] if text.split("-")[0].islower() else text


def _is_initial(key: str) -> bool:
    return key.endswith(".") and bool(titles.letters_of(key) or initials.letter(key))
