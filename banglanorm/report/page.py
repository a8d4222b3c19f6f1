"""The page of an audit: one file of HTML that needs nothing else.

Every half of a text stands in both languages and the style sheet shows one. Bars are drawings with their length as an
attribute, so that the page can forbid every style and script but its own two, which it names by their checksums.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, get_args

from banglanorm.errors import require_one_of
from banglanorm.normalization.rules.catalogue import rules
from banglanorm.report.census import Census, Counts
from banglanorm.report.effects import AuditExample, ChangeCount, Effect, RuleCount
from banglanorm.report.markup import changed, codes, described, misfits, shown
from banglanorm.report.pieces import bar, card, none, section, strip, table
from banglanorm.report.wording import Both, Language, number, percent, phrase, plain, say
from banglanorm.script import characters
from banglanorm.tables import read_bytes, read_table
from banglanorm.version import __version__

if TYPE_CHECKING:
    from banglanorm.report.auditing import Audit

_MOST_CHANGES = 40  # rows of each of the two lists
_MOST_CHARACTERS = 30
_MOST_WORDS = 40


def page(audit: "Audit", title: str, language: str, /) -> str:
    """Return the page; ``title`` names the corpus, ``language`` is shown first.

    Raises:
        ConfigError: there is no such language.
    """
    require_one_of("language", language, get_args(Language))
    style, script = _file("style.css"), _file("script.js")
    values = {
        "language": language,
        "en_checked": " checked" if language == "en" else "",
        "bn_checked": " checked" if language == "bn" else "",
        "version": __version__,
        "style": style,
        "style_hash": _checksum(style),
        "script": script,
        "script_hash": _checksum(script),
        "document_title": _plain_text(title or plain("title")),
        "brand": say("title"),
        "kicker": say("of_corpus"),
        "heading": shown(title) if title else say("title"),
        "verdict": _verdict(audit),
        "share": _share(audit),
        "tiles": _tiles(audit),
        "sections": "\n".join(part(audit) for part in _SECTIONS),
        "method": say("method"),
        "footer": _footer(audit),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: values[m[1]], _file("page.html"))


def _file(name: str) -> str:
    return read_bytes(f"report/{name}").decode("utf-8")


def _checksum(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _plain_text(text: str) -> str:
    """Return a title for the window, which has no room for labels."""
    return escape(
        "".join(char if char == " " or characters.is_visible(char) else "\N{REPLACEMENT CHARACTER}" for char in text)
    )


# --- the head of the page -------------------------------------------------------------------------------------------


def _verdict(audit: "Audit") -> str:
    if not audit.lines:
        return say("verdict_empty")
    effect = audit.effect
    if not effect.edits:
        return say("verdict_none", lines=audit.lines)
    return say(
        "verdict",
        lines=_strong(audit.lines),
        changed=_strong(effect.lines),
        share=percent(effect.lines, audit.lines),
        edits=_strong(effect.edits),
        rules=_strong(len(effect.rules)),
    )


def _strong(n: int) -> Both:
    return Both(*(f"<strong>{half}</strong>" for half in number(n)))


def _share(audit: "Audit") -> str:
    rows = (("changed_lines", audit.effect.lines), ("kept_lines", audit.lines - audit.effect.lines))
    return strip([(say(key), count) for key, count in rows], kind="strip share")


def _tiles(audit: "Audit") -> str:
    before = audit.before
    tiles = (
        ("characters", before.characters),
        ("words", before.words),
        ("distinct_words", before.distinct_words),
        ("edits", audit.effect.edits),
        ("malformed_places", _total(before.malformed)),
        ("invisible_count", _total(before.invisible)),
    )
    return "".join(f"<div><dt>{say(key)}</dt><dd>{number(count)}</dd></div>" for key, count in tiles)


def _total(counts: Counts) -> int:
    return sum(count for _, count in counts)


# --- before and after -----------------------------------------------------------------------------------------------

_COMPARED: tuple[tuple[str, Callable[[Census], int]], ...] = (
    ("characters", lambda census: census.characters),
    ("distinct_characters", lambda census: census.distinct_characters),
    ("bytes", lambda census: census.bytes),
    ("distinct_words", lambda census: census.distinct_words),
    ("malformed_places", lambda census: _total(census.malformed)),
    ("invisible_count", lambda census: _total(census.invisible)),
    ("unwanted_count", lambda census: _total(census.unwanted)),
    ("apostrophe_kinds", lambda census: len(_marks_as(census, "apostrophe"))),
    ("quotation_kinds", lambda census: len(_marks_as(census, "open", "close"))),
)


def _marks_as(census: Census, *roles: str) -> set[str]:
    return {mark for mark, role, _ in census.quotes if role in roles}


def _comparison(audit: "Audit") -> str:
    rows = []
    for key, count in _COMPARED:
        before, after = count(audit.before), count(audit.after)
        rows.append((say(key), str(number(before)), str(number(after)), _difference(before, after)))
    return section("comparison", say("comparison_about"), table(map(say, _HEADS), rows))


_HEADS = ("what", "before", "after", "difference")


def _difference(before: int, after: int) -> str:
    if before == after:
        return '<span class="same">±0</span>' if before else '<span class="same">–</span>'
    sign = "+" if after > before else ""
    halves = (f"{sign}{half}" for half in number(after - before))
    return f'<span class="moved">{Both(*halves)}</span>'


# --- what is in it --------------------------------------------------------------------------------------------------


def _contents(audit: "Audit") -> str:
    before, after = audit.before, audit.after
    cards = (
        card("scripts", strip([(_script_name(key), count) for key, count in before.scripts])),
        card("digits", strip([(say(f"digits_{key}"), count) for key, count in before.digits])),
        card("quotes", _quotes(before, after), about=say("quotes_about")),
        card("invisible", _characters(before.invisible, after.invisible), about=say("invisible_about")),
        card("malformed", _malformed(before), about=say("malformed_about")),
        card("unwanted", _characters(before.unwanted, after.unwanted), about=say("unwanted_about")),
    )
    return section("contents", say("contents_about"), f'<div class="cards">{"".join(cards)}</div>')


def _script_name(key: str) -> str:
    row = next(row for row in read_table("report/scripts") if row["script"] == key)
    return str(Both(row["en"], row["bn"]))


def _quotes(before: Census, after: Census) -> str:
    roles = {"apostrophe": "as_apostrophe", "open": "as_quotation", "close": "as_quotation", "other": "as_other"}
    counts: dict[str, dict[str, list[int]]] = {}
    for when, census in enumerate((before, after)):
        for mark, role, count in census.quotes:
            counts.setdefault(mark, {}).setdefault(roles[role], [0, 0])[when] += count
    if not counts:
        return none()
    columns = list(dict.fromkeys(roles.values()))
    rows = [
        (_character(mark), *(_step(*by_role.get(column, (0, 0))) for column in columns))
        for mark, by_role in counts.items()
    ]
    return table(map(say, ("mark", *columns)), rows)


def _step(before: int, after: int) -> str:
    if not before and not after:
        return '<span class="same">–</span>'
    if before == after:
        return str(number(before))
    return f'{number(before)} <span class="arrow">→</span> <strong>{number(after)}</strong>'


def _character(char: str) -> str:
    return f'<span class="glyph">{shown(char)}</span> <small class="code">{described(char)[:6].rstrip()}</small>'


def _characters(before: Counts, after: Counts) -> str:
    if not before:
        return none()
    later = dict(after)
    rows = [
        (f"{_character(char)} <small>{_about(char)}</small>", _step(count, later.get(char, 0)))
        for char, count in before[:_MOST_CHARACTERS]
    ]
    rows += [("…", str(number(_total(before[_MOST_CHARACTERS:]))))] if len(before) > _MOST_CHARACTERS else []
    return table((say("mark"), f"{say('before')} → {say('after')}"), rows)


def _about(char: str) -> str:
    known = _descriptions()
    found = known.get(char) or known.get(characters.category(char))
    return str(found) if found else escape(characters.name(char).lower())


@cache
def _descriptions() -> dict[str, Both]:
    rows = read_table("report/characters")
    return {
        row["code"] if row["kind"] == "group" else chr(int(row["code"], 16)): Both(row["en"], row["bn"]) for row in rows
    }


def _malformed(census: Census) -> str:
    if not census.malformed:
        return none()
    words = "".join(
        f'<li lang="bn">{misfits(word)} <small>{number(count)}</small></li>'
        for word, count in census.malformed_words[:_MOST_WORDS]
    )
    reasons = [(say(reason), str(number(count))) for reason, count in census.malformed]
    return f'<ul class="words">{words}</ul>' + table((say("what"), say("before")), reasons)


# --- what normalization does ----------------------------------------------------------------------------------------


def _rules(audit: "Audit") -> str:
    about = say("rules_about", profile=_profile(audit.profile))
    return section("rules", about, _bars(audit.effect.rules), _tools(audit.effect), _examples(audit.effect.rules))


def _profile(name: str) -> str:
    return f"<code>{name}</code>"


def _bars(counted: Sequence[RuleCount]) -> str:
    if not counted:
        return none()
    most = counted[0].count
    rows = "".join(
        f'<li><a href="#rule-{rule.name}" data-filter="{rule.name}"><code>{rule.name}</code>{bar(rule.count, most)}'
        f'<span class="value">{number(rule.count)}</span></a></li>'
        for rule in counted
    )
    return f'<ol class="bars">{rows}</ol>'


def _tools(effect: Effect) -> str:
    """Return the filters, which are hidden until the script can work them."""
    options = "".join(f'<option value="{rule.name}">{rule.name} ({rule.count})</option>' for rule in effect.rules)
    orders = "".join(f'<option value="{key}">{plain(f"by_{key}")}</option>' for key in ("count", "rule"))
    return (
        '<form class="tools" hidden>'
        f'<label>{say("filter_rule")} <select id="filter-rule"><option value="">{plain("all_rules")}</option>{options}'
        f'</select></label><label>{say("filter_text")} <input id="filter-text" type="search" autocomplete="off">'
        f'</label><label>{say("sort")} <select id="sort">{orders}</select></label>'
        f'<p class="none" id="no-match" role="status" hidden>{say("no_match")}</p></form>'
    )


def _examples(counted: Sequence[RuleCount]) -> str:
    if not counted:
        return ""
    removed, added = f"<del>{say('removed')}</del>", f"<ins>{say('added')}</ins>"
    cards = "".join(map(_rule_card, counted))
    return (
        f'<h3 id="examples">{say("examples")}</h3>'
        f'<p class="lead">{say("examples_about", removed=removed, added=added)}</p>'
        f'<div class="examples" data-sorted>{cards}</div>'
    )


def _rule_card(rule: RuleCount) -> str:
    lines = "".join(
        f'<li><span lang="bn">{changed(example.change)}</span> {_place(example)}</li>' for example in rule.examples
    )
    return (
        f'<article class="card rule" id="rule-{rule.name}" data-rules="{rule.name}" data-count="{rule.count}">'
        f'<h4><code>{rule.name}</code> <span class="value">{_times(rule.count)}</span></h4>'
        f'<p class="note">{_summary(rule.name)}</p><ul>{lines}</ul></article>'
    )


def _place(example: AuditExample) -> str:
    where = f"<bdi>{shown(example.file)}</bdi>:{example.line}" if example.file else say("at_line", line=example.line)
    return f'<small class="place">{where}</small>'


def _times(count: int) -> Both:
    return phrase("once") if count == 1 else phrase("times", count=count)


def _summary(name: str) -> Both:
    english, bengali = _summaries()[name]
    return Both(escape(english), escape(bengali))


@cache
def _summaries() -> dict[str, tuple[str, str]]:
    bengali = {row["rule"]: row["bn"] for row in read_table("report/rules")}
    return {rule.name: (rule.summary, bengali.get(rule.name, rule.summary)) for rule in rules()}


def _changes(audit: "Audit") -> str:
    found = audit.effect.changes
    if not found:
        return ""
    about = say("changes_about", count=len(found))
    if audit.effect.unlisted:
        about += " " + say("unlisted", count=audit.effect.unlisted)
    most = min(_MOST_CHANGES, (len(found) + 1) // 2)
    frequent, rare = found[:most], found[most:][: -_MOST_CHANGES - 1 : -1]
    lists = _change_list("frequent", frequent) + (_change_list("rare", rare) if rare else "")
    return section("changes", about, f'<div class="halves">{lists}</div>')


def _change_list(name: str, changes: Sequence[ChangeCount]) -> str:
    return f'<div><h3>{say(name)}</h3><ol class="changes" data-sorted>{"".join(map(_change, changes))}</ol></div>'


def _change(change: ChangeCount) -> str:
    names = " ".join(change.rules)
    shown_names = " ".join(f'<a href="#rule-{name}"><code>{name}</code></a>' for name in change.rules)
    return (
        f'<li data-rules="{names}" data-count="{change.count}"><span class="value">{number(change.count)}×</span>'
        f'<span class="line"><span lang="bn">{changed(change.example.change)}</span> {_place(change.example)}</span>'
        f'<small class="why">{codes(change.before)} → {codes(change.after)} {shown_names}</small></li>'
    )


def _repair(audit: "Audit") -> str:
    heading = say("repair", profile=_profile("repair"))
    effect = audit.repair
    if not effect.edits:
        return section("repair", say("repair_none"), heading=heading)
    verdict = say(
        "repair_verdict",
        edits=_strong(effect.edits),
        lines=_strong(effect.lines),
        share=percent(effect.lines, audit.lines),
    )
    cards = f'<div class="examples">{"".join(map(_rule_card, effect.rules))}</div>'
    return section(
        "repair", say("repair_about"), f'<p class="lead">{verdict}</p>', _bars(effect.rules), cards, heading=heading
    )


def _footer(audit: "Audit") -> str:
    made = say(
        "made_by",
        version=f"banglanorm {__version__}",
        profile=_profile(audit.profile),
        unicode=characters.UNICODE_VERSION,
    )
    return "".join(f"<p>{text}</p>" for text in (*map(say, ("method_counts", "method_bounds", "method_page")), made))


_SECTIONS: tuple[Callable[["Audit"], str], ...] = (_comparison, _contents, _rules, _changes, _repair)
