"""What the words around an expression of time say about it: the tense of its clause, and what it is counted from.

Bengali has its verb at the end, so the first finite verb after a day is that of the day's own clause; a verb form is
what ``data/dates/verbs.tsv`` and ``verb_endings.tsv`` make. Both functions decide only where the words are plain.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from banglanorm.dates.lexicon import endings_of
from banglanorm.endings import unstressed
from banglanorm.lexer import fold_word
from banglanorm.memory import Memory
from banglanorm.script.letters import AA_KAR, E_KAR, HASANTA, I_KAR, JOINERS, WORD_CHARACTERS
from banglanorm.tables import cells, read_table

_FARTHEST = 300  # characters of the sentence that are looked at
_GENITIVE = "র"
_NOT = "নি"

_LETTERS = f"[{WORD_CHARACTERS}{JOINERS}]"
# A word, or what ends the sentence; what somebody says in quotation marks has verbs of its own.
_PIECES = re.compile(
    rf"“[^”]{{0,{_FARTHEST}}}+”|(?<!{_LETTERS})‘[^’]{{0,{_FARTHEST}}}+’|(?P<word>{_LETTERS}++)|(?P<stop>[।?!;\n“])|(?P<comma>,)"
)


@cache
def _stems() -> dict[str, frozenset[str]]:
    """Kind of stem -> the stems of that kind of all verbs."""
    verbs = read_table("dates/verbs")
    return {kind: frozenset(stem for verb in verbs for stem in verb[kind].split(",")) - {"-"} for kind in verbs[0]}


@cache
def _endings() -> dict[str, list[tuple[int, str, str]]]:
    """Ending -> for each of its rows the place of the row, the kind of stem that it follows, and the tense it shows."""
    endings: dict[str, list[tuple[int, str, str]]] = {}
    for place, row in enumerate(read_table("dates/verb_endings")):
        endings.setdefault(row["ending"], []).append((place, row["stem"], row["tense"]))
    return endings


@cache
def _longest_ending() -> int:
    return max(map(len, _endings()))


def _tense_of_form(form: str) -> str:
    """Return ``past``, ``present``, ``now`` or ``future``, by the last row that can make ``form``, or nothing."""
    endings = _endings()
    found = (-1, "")
    for cut in range(max(1, len(form) - _longest_ending()), len(form) + 1):
        for place, kind, tense in endings.get(form[cut:], ()):
            if place > found[0] and form[:cut] in _stems()[kind]:
                found = place, tense
    return found[1] if found[1] and _words().get(form) not in _NO_VERBS else ""


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["class"] for row in read_table("dates/context") if row["class"] not in _APART}


def _tense_of(word: str) -> str:
    """Return the tense of a finite verb, also with ই, ও or না on it; of other words nothing."""
    found = _known.get(word)
    if found is None:
        forms = dict.fromkeys((word, *(word.removesuffix(ending) for ending in endings_of("verb"))))
        found = "" if _words().get(word) in _NO_VERBS else next(filter(None, map(_tense_of_form, forms)), "")
        _known.keep(word, found, size=len(word))
    return found


def _fold(word: str) -> str:
    folded = _folded.get(word)
    if folded is None:
        folded = fold_word(word)
        _folded.keep(word, folded, size=len(word) + len(folded))
    return folded


_APART = ("no_genitive", "not_only_day", "each")  # a word of these classes may have another as well
_NO_VERBS = ("no_verb", "no_verb_or_past")
_known = Memory[str, str](1 << 21)  # the tenses of words; words repeat
_folded = Memory[str, str](1 << 21)


def tense(text: str, start: int, end: int, *, bounded: bool = True) -> int:
    """Return 1 if the clause of the day ``text[start:end]`` is about what is to come, -1 if about the past, else 0.

    If it is not ``bounded``, পর্যন্ত after it is the end of its hours and says nothing of the day.

    >>> tense("কাল আমি যাব না।", 0, 3), tense("কাল আমি গেলাম।", 0, 3), tense("কাল রাতে", 0, 3)
    (1, -1, 0)
    >>> tense("সভা হবে কাল, জানান সচিব।", 8, 11)
    1
    """
    after = list(_sentence(text, end))
    before = 0
    if not after or after[0] == ",":
        before = _before(text, start) or _in_headline(text, start)
    if before:
        return before
    words = [word for word in after if word != ","]
    if bounded and _sets_term(words):
        return 1
    until = _until(words) if bounded else 0
    return _forward(words) or (0 if _has_verb(after) else _before(text, start) or until or _listed(text, start))


@cache
def _plans(kind: str) -> tuple[str, ...]:
    """Return the words that say whether something is planned, of one kind: rows of ``data/dates/plans.tsv``.

    >>> _plans("plan")
    ('কথা',)
    """
    return cells("dates/plans", "word", "kind", kind)


def _in_headline(text: str, start: int) -> int:
    """Return 1 for a day that ends its clause behind what is to be on it: রিটের শুনানি বুধবার, but not আগের শুনানি."""
    words = _words_of_clause(text, start)
    kinds = [kind for kind in (_words().get(word, "") for word in words) if kind != "again"]  # শুনানি ফের সোমবার
    return int(bool(kinds) and kinds[-1] in _EVENTS and not _FORMER.intersection(kinds))


_EVENTS = ("event", "summons")
_FORMER = frozenset({"former", "other_day"})


def _until(words: Sequence[str]) -> int:
    """Return 1 for a day that bounds something, where no verb says that it is past: শুক্রবার পর্যন্ত সময়."""
    bounds = bool(words) and _words().get(words[0]) == "until"
    if bounds and any(_words().get(word) == "no_verb_or_past" for word in words[-2:]):  # … মিছিল হল, সভা হল না
        return 0
    return int(bounds and _participles().isdisjoint(words))  # মঙ্গলবার পর্যন্ত মিছিল করে tells a story


def _sets_term(words: Sequence[str]) -> bool:
    """Say whether a term is set that is still to end: শুক্রবার পর্যন্ত সময় দেওয়া হয়েছে, শুক্রবারের মধ্যে জবাব চেয়েছে."""
    first, second = (*(_words().get(word, "") for word in words[:2]), "", "")[:2]
    extended = "extended" in map(_words().get, words[1:_NEAR])  # শনিবার পর্যন্ত ছুটি বাড়ানো হয়েছে
    is_term = first == "within" or (first == "until" and (second == "term" or extended))
    return is_term and not any(map(_is_past, words))


_NEAR = 5  # words after the day


def _is_past(word: str) -> bool:
    """Say whether a word says that what was planned is over: ছিল, চেয়েছিল."""
    return any(past in word for past in _plans("past"))


def _has_verb(words: Sequence[str]) -> bool:
    return any(_tense_of(word) for word in words)


def _sentence(text: str, at: int) -> Iterator[str]:
    """Yield the words and commas up to the end of the sentence."""
    for m in _PIECES.finditer(text, at, at + _FARTHEST):
        if m["stop"]:
            return
        if m["comma"]:
            yield ","
        elif m["word"]:
            yield _fold(m["word"])


def _before(text: str, start: int) -> int:
    """Return what the last finite verb before the day in its clause says, or a word for what is to come.

    সভা হবে শনিবার, পরবর্তী সভা শনিবার.
    """
    words = _words_of_clause(text, start)
    for word in reversed(words):
        found = _tense_of(word)
        if found:
            return {"future": 1, "past": -1, "habit": -1}.get(found, int(_words().get(word) == "scheduled"))
    return int(any(_words().get(word) == "coming" for word in words))


def _listed(text: str, start: int) -> int:
    """Return 1 for a day in a list of clauses of which only one before has its verb: বৃহস্পতিবার খেলবে, শুক্রবার বিশ্রাম."""
    *clauses, own = _SENTENCE_ENDS.split(text[max(0, start - _BACK) : start])[-1].split(",")
    if not clauses or "new_clause" in map(_words().get, _words_of(own)):
        return 0
    tenses = [*filter(None, map(_tense_of, _words_of(clauses[-1])))]
    return int(tenses[-1:] == ["future"])


def _words_of_clause(text: str, start: int) -> list[str]:
    """Return the words of its clause before the day at ``text[start:]``."""
    return _words_of(_CLAUSE_ENDS.split(text[max(0, start - _BACK) : start])[-1])


def _words_of(clause: str) -> list[str]:
    return [_fold(word) for word in _WORD.findall(clause)]


_BACK = 60  # characters before a day in which the verb of its clause is sought
_SENTENCE_ENDS = re.compile("[।?!;:\n“”‘’]")
_CLAUSE_ENDS = re.compile("[,।?!;:\n“”‘’]")
_WORD = re.compile(f"{_LETTERS}+")


def _forward(words: list[str]) -> int:
    """Return what the words after the day say, up to the verb of its clause."""
    kinds = _words()
    saying = coming = False
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        kind = kinds.get(word, "")
        if kind in ("other_day", "new_clause"):
            break
        if (kind == "may" and before.endswith(endings_of("infinitive"))) or _is_plan(before, word, after):
            return 1
        if kind == "to_be":  # শনিবার অনুষ্ঠেয় সভা স্থগিত করা হয়েছে
            return 1
        if not saying and not _is_past(after) and _is_call(before, kind, kinds.get(after, "")):
            return 1
        if kinds.get(after) == "past_not" and _tense_of(word + _NOT) == "past":  # হয় নাই, আসে নি
            return -1
        saying = saying or kind == "saying"
        coming = coming or kind in ("coming", "meeting") or (kind == "deadline" and _is_deadline(words[: at + 1]))
        found = _tense_of(word)
        if found:
            return _of_verb(found, word, before, saying=saying, since="since" in map(kinds.get, words[:3]))
        if (kind == "participle" or (kind == "may" and word in _verbal_nouns())) and _is_noun(after):
            return 0  # শনিবার শুরু হওয়া মেলা: the day belongs to the participle
    since = bool(words) and kinds.get(words[0]) == "since"  # সোমবার থেকে ক্লাস শুরু, রবিবার থেকে শুরু মেলা
    return int(coming or (since and "beginning" in map(kinds.get, (words[-1], *words[1:2]))))


def _is_deadline(words: Sequence[str]) -> bool:
    """Say whether words end in what is the last day to do something: জমা দেওয়ার শেষ দিন."""
    deed, last = (*words[-3:-1], "", "")[:2]
    return _words().get(last) == "beginning" and deed.removesuffix(_GENITIVE) in _verbal_nouns()


def _is_call(before: str, kind: str, following: str) -> bool:
    """Say whether a word calls something for the day: ধর্মঘট ডেকেছে, বৈঠক ডাকা হয়েছে, ধর্মঘটের ডাক দিয়েছে."""
    called = kind == "called" and _words().get(before) == "summons"
    return called or (kind == "call" and following == "given" and _is_genitive(before))


def _is_noun(word: str) -> bool:
    """Say whether a word after a participle is what it describes, and no verb: শুরু হওয়া মেলা, but চালানো শুরু করব."""
    return bool(word) and not _tense_of(word) and _words().get(word) != "beginning"


def _is_plan(before: str, word: str, after: str) -> bool:
    """Say whether কথা is "it is to be": হওয়ার কথা, but not হওয়ার কথা ছিল, হওয়ার কথা থাকলেও."""
    if word not in _plans("plan"):
        return False
    return before.removesuffix(_GENITIVE) in _verbal_nouns() and not after.startswith(_plans("undone"))


_PLANNED = ("beginning", "meeting", "turning")


def _of_verb(found: str, word: str, before: str, *, saying: bool, since: bool) -> int:
    """Return what the finite verb of the clause says; its present tells of a plan only in some verbs."""
    if found == "future":
        return 0 if saying else 1
    if found in ("past", "habit"):
        return -1
    kind = _words().get(word)
    if found == "present" or kind == "starting" or _words().get(before) in _PLANNED:
        return int(found == "now")
    if since:
        return -1
    return int(kind == "scheduled" and _words().get(before) != "going_on")  # পালিত হয়ে আসছে has gone on


def is_habit(text: str, end: int) -> bool:
    """Say whether the verb after ``text[:end]`` tells what was done again and again: শুক্রবার হাটে যেতেন is no one Friday.

    >>> is_habit("শুক্রবার হাটে যেতেন", 8), is_habit("শুক্রবার হাটে গেলেন", 8)
    (True, False)
    """
    words = [word for word in _sentence(text, end) if word != ","]
    if len(words) > 1 and words[0] in _words_apart("each"):  # রবিবার করে বন্ধ থাকে, but শনিবার করে দেব
        return not _tense_of(words[1])
    return next(filter(None, map(_tense_of, words)), "") == "habit"


def is_title(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]``, with one more word at most, is all that quotation marks hold: ‘শনিবার বিকেল’.

    >>> is_title("‘শনিবার বিকেল’ ছবি", 1, 7), is_title("‘শনিবার বিকেলে যাব’", 1, 7)
    (True, False)
    """
    return text[start - 1 : start] in _OPENING and _ENDS_TITLE.match(text, end) is not None


_OPENING = ("‘", "“")
_ENDS_TITLE = re.compile(f"(?: {_LETTERS}++)?[’”]")


def is_since_last(text: str, end: int) -> bool:
    """Say whether a length with পর before ``text[end:]`` may be the time since the last time: পাঁচ বছর পর আবার আসছেন.

    >>> is_since_last("পাঁচ বছর পর আবার আসবেন", 11), is_since_last("পাঁচ বছর পর আসবেন", 11)
    (True, False)
    """
    for word in _sentence(text, end):
        if _words().get(word) == "again":
            return True
        if found := _tense_of(word):
            return found == "now"
    return False


def ends_at(text: str, end: int) -> bool:
    """Say whether something ends at the time before ``text[end:]``: রাত ১২টা পর্যন্ত, রাত ১২টার মধ্যে.

    >>> ends_at("রাত ১২টা পর্যন্ত", 8), ends_at("রাত ১২টা থেকে", 8)
    (True, False)
    """
    return _words().get(next(_sentence(text, end), "")) in ("until", "within")


@cache
def _verbal_nouns() -> frozenset[str]:
    stems = {stem for verb in read_table("dates/verbs") for stem in verb["future"].split(",")}
    participles = frozenset(word for word, kind in _words().items() if kind == "participle")
    return participles.union(stem + ending for stem in stems for ending in endings_of("verbal_noun"))


def follows_participle(text: str, start: int) -> bool:
    """Say whether a word that may be a participle stands before ``text[start:]``, so that গেল may end its verb.

    >>> follows_participle("পিষে গেল", 5), follows_participle("ঢাকায় গেল", 6)
    (True, False)
    """
    return _word_before(text, start).endswith((E_KAR, AA_KAR))


def ends_verb(text: str, start: int) -> bool:
    """Say whether গেল at ``text[start:]`` surely ends a verb: হারিয়ে গেল, দেখা গেল, but not দেশে গেল.

    >>> ends_verb("মারা গেল", 5), ends_verb("দেশে গেল", 5)
    (True, False)
    """
    return _word_before(text, start) in _participles()


@cache
def _participles() -> frozenset[str]:
    return _verbal_nouns().union(*(verb["perfect"].split(",") for verb in read_table("dates/verbs")))


def counted_from_event(text: str, start: int) -> bool:
    """Say whether a length before ``text[start:]`` is counted from an event: মৃত্যুর তিন দিন আগে.

    A genitive stands before it then. A word may also end in র by itself; that only leaves a date open.

    >>> counted_from_event("মৃত্যুর তিন দিন আগে", 8), counted_from_event("মাত্র তিন দিন আগে", 6)
    (True, False)
    """
    word, just = _word_before(text, start), _JUST.search(text, max(0, start - 40), start)
    if just and _words().get(word) == "just":  # মৃত্যুর ঠিক তিন দিন আগে
        word = _word_before(text, just.start())
    kind = _words().get(word)
    return kind in ("length_and", "at_least") or _is_genitive(unstressed(word))  # ঈদের এক দিন বা দুই দিন আগে


def is_surely_day(word: str) -> bool:
    """Say whether a word such as কালকে is only a day, as কাল is not.

    >>> is_surely_day("কালকে"), is_surely_day("কাল")
    (True, False)
    """
    return word not in _words_apart("not_only_day")


def of_something(text: str, start: int) -> bool:
    """Say whether কাল at ``text[start:]`` is the time of something: মূল্যস্ফীতির কাল, প্রাগৈতিহাসিক কাল.

    >>> of_something("দহনের কাল", 6), of_something("আমার কাল পরীক্ষা", 5)
    (True, False)
    """
    word = _word_before(text, start)
    return (_is_genitive(word) and _words().get(word) != "possessor") or word.endswith(I_KAR + "ক")


def _is_genitive(word: str) -> bool:
    return word.endswith("র") and not word.endswith(HASANTA + "র") and word not in _words_apart("no_genitive")


@cache
def _words_apart(kind: str) -> frozenset[str]:
    return frozenset(cells("dates/context", "word", "class", kind))


def _word_before(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    return fold_word(before[1]) if before else ""


_WORD_BEFORE = re.compile(f"(?<!{_LETTERS})({_LETTERS}++) *+\\Z")
_JUST = re.compile(f" {_LETTERS}++ *+\\Z")
