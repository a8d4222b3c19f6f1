"""What the words around a time say about it."""

from cases_reader import read_cases

from banglanorm.dates.context import counted_from_event, ends_verb, follows_participle, of_something, tense

ASKS = (follows_participle, ends_verb, counted_from_event, of_something)


def test_what_stands_around_a_time() -> None:
    for case in read_cases("dates/tense"):
        before, rest = case["text"].split("[")
        time, after = rest.split("]")
        text, start = before + time + after, len(before)
        asked = " ".join(ask.__name__ for ask in ASKS if ask(text, start))
        assert (str(tense(text, start, start + len(time))), asked) == (case["tense"], case["before"]), case
