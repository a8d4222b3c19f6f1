"""The pieces that the page of an audit is built of: sections, cards, tables, and drawings.

A drawing has its lengths as attributes, since the page allows no style but its own.
"""

from collections.abc import Iterable, Sequence

from banglanorm.report.wording import number, percent, say

_WIDTH = 1000  # of a drawing, in its own units


def section(name: str, about: str, /, *content: str, heading: str = "") -> str:
    """Return a section with a heading, the row ``name`` of the texts unless another is given, and a line about it."""
    lead = f'<p class="lead">{about}</p>' if about else ""
    return (
        f'<section id="{name}" aria-labelledby="{name}-heading">'
        f'<h2 id="{name}-heading">{heading or say(name)}</h2>{lead}{"".join(content)}</section>'
    )


def card(name: str, /, *content: str, about: str = "") -> str:
    """Return a card whose heading is the row ``name`` of the texts."""
    lead = f'<p class="note">{about}</p>' if about else ""
    return f'<div class="card {name}"><h3>{say(name)}</h3>{lead}{"".join(content)}</div>'


def none() -> str:
    """Say that there is nothing to show."""
    return f'<p class="none">{say("none")}</p>'


def bar(count: int, most: int, /) -> str:
    """Draw a bar, so long that it can be seen where there is anything."""
    width = max(4, _WIDTH * count // most) if count else 0
    return (
        f'<svg class="bar" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="track" width="{_WIDTH}" height="10"/><rect class="fill" width="{width}" height="10"/></svg>'
    )


def strip(rows: Sequence[tuple[str, int]], /, *, kind: str = "strip") -> str:
    """Draw parts of a whole side by side, with a legend."""
    whole = sum(count for _, count in rows)
    if not whole:
        return none()
    parts, legend, at = [], [], 0
    for place, (label, count) in enumerate(rows):
        start, at = _WIDTH * at // whole, at + count
        parts.append(f'<rect class="s{place % 8}" x="{start}" width="{_WIDTH * at // whole - start}" height="10"/>')
        legend.append(
            f'<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="s{place % 8}" width="10" '
            f'height="10" rx="3"/></svg> <span class="label">{label}</span> <span class="value">{number(count)}</span> '
            f'<span class="part">{percent(count, whole)}</span></li>'
        )
        at = min(at, whole)
    drawing = f'<svg viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">{"".join(parts)}</svg>'
    return f'<div class="{kind}">{drawing}<ul class="legend">{"".join(legend)}</ul></div>'


def table(heads: Iterable[str], rows: Iterable[Sequence[str]], /) -> str:
    """Return a table; the first cell of a row names it, the others are numbers."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join(
        f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>' for name, *cells in rows
    )
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
