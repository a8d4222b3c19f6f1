"""Hypothesis strategies of data files and programs with Bengali in their strings, as their own writers write them.

Each strategy gives the text of a file. What reads it back stands beside it: ``read_*`` takes a file to plain values in
which the Bengali strings stand where they stood.
"""

import ast
import csv
import io
import json
import re
import sqlite3
from xml.etree import ElementTree

import strategies
import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from markdown_it import MarkdownIt

_PLAIN = st.one_of(strategies.words(), strategies.quotations(), strategies.apostrophe_words(), strategies.numbers())
_SPACED = st.lists(_PLAIN, min_size=1, max_size=5).map(" ".join)
_ENDED = st.builds("{}{}".format, _SPACED, st.sampled_from(["", "", "।", "?", ".", ","]))
_KEYS = ["title", "name_1", "msg-key", "নাম", "বয়স", "ছ'টি"]


def strings() -> SearchStrategy[str]:
    """A word, phrase or sentence with marks of every kind, without a line break or backslash."""
    return _ENDED.filter(lambda text: not re.search(r"[\n\r\\{}<>`|]", text))


# --- data -------------------------------------------------------------------------------------------------------------


def _filled(shapes: list[str], texts: SearchStrategy[str]) -> SearchStrategy[str]:
    """One of the shapes, with texts in the places a, b and c."""
    return st.builds(lambda shape, a, b, c: shape.format(a=a, b=b, c=c), st.sampled_from(shapes), texts, texts, texts)


def json_files() -> SearchStrategy[str]:
    """JSON on one line or indented by spaces or, as translation files are, by tabs."""
    leaf = st.one_of(strings(), strings(), st.integers(0, 99), st.booleans(), st.none())
    keys = st.sampled_from(_KEYS) | strings()
    value = st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=8,
    )
    return st.builds(
        lambda tree, indent: json.dumps(tree, ensure_ascii=False, indent=indent),
        st.dictionaries(keys, value, min_size=1, max_size=4),
        st.sampled_from([None, 2, 4, "\t"]),
    )


def read_json(text: str) -> object:
    return json.loads(text)


def csv_files() -> SearchStrategy[str]:
    """A header and numbered rows of CSV, also with line breaks in a field of plain words.

    A field that is broken within a quotation of its own, or that ends a row before a word, reads as prose does.
    """
    broken = st.lists(strategies.words(), min_size=2, max_size=6).map("\n".join)
    cell = st.one_of(strings(), strings(), broken, st.just("৫"))
    return st.builds(
        lambda rows, quoting: _write_csv([["id", "নাম"], *([n, *row] for n, row in enumerate(rows, 1))], quoting),
        st.lists(st.lists(cell, min_size=2, max_size=4), min_size=1, max_size=3),
        st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    )


def _write_csv(rows: list[list[object]], quoting: int) -> str:
    file = io.StringIO()
    csv.writer(file, quoting=quoting, lineterminator="\n").writerows(rows)
    return file.getvalue()


def read_csv(text: str) -> object:
    return list(csv.reader(io.StringIO(text), strict=True))


def po_files() -> SearchStrategy[str]:
    """Entries of a PO file, some of several lines."""
    part = st.builds("{}{}".format, strings(), st.sampled_from(["", "\n", " %s", '"']))
    parts = st.lists(part, min_size=1, max_size=3)
    entry = st.tuples(st.sampled_from(["# মন্তব্য", "#, fuzzy", "#: main.c:1"]), parts, parts)
    return st.lists(entry, min_size=1, max_size=3).map(
        lambda entries: "\n".join(
            f"{comment}\nmsgid {_po_string(source)}\nmsgstr {_po_string(target)}\n"
            for comment, source, target in entries
        )
    )


def _po_string(parts: list[str]) -> str:
    quoted = ['"' + part.replace('"', '\\"').replace("\n", "\\n") + '"' for part in parts]
    return "\n".join(quoted if len(quoted) == 1 else ['""', *quoted])


_PO_STRING = re.compile(r'(?:(msgid|msgstr) )?"((?:[^"\\]|\\.)*+)"')


def read_po(text: str) -> object:
    found: list[list[str]] = []
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        m = _PO_STRING.fullmatch(line)
        assert m, line
        if m[1]:
            found.append([m[1], ""])
        found[-1][1] += m[2]
    return found


def sql_files() -> SearchStrategy[str]:
    """Statements that fill a table, as a database dumps them and as people write them, with strings over lines."""
    text = st.lists(strings(), min_size=1, max_size=3).map("\n".join)
    string = text.map(lambda text: "'" + text.replace("'", "''") + "'")
    return st.builds(
        lambda shape, comma, between, rows: shape.format(between.join(f"({comma.join(row)})" for row in rows)),
        st.sampled_from(["INSERT INTO বই VALUES\n{};\n", "insert into বই (নাম, লেখা, n) values {};\n"]),
        st.sampled_from([",", ", "]),
        st.sampled_from([",\n", ",\n  "]),
        st.lists(st.tuples(string, string, st.sampled_from(["7", "12", "NULL"])), min_size=1, max_size=3),
    )


def read_sql(text: str) -> object:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript("CREATE TABLE বই (নাম, লেখা, n);" + text)
        return connection.execute("SELECT * FROM বই").fetchall()
    except sqlite3.Error as error:
        raise ValueError(text) from error
    finally:
        connection.close()


def yaml_files() -> SearchStrategy[str]:
    """YAML in block or flow style, its strings plain or in either kind of quotation mark."""
    return st.booleans().flatmap(_yaml_files)


def _yaml_files(flow: bool) -> SearchStrategy[str]:
    keys = st.sampled_from(_KEYS)
    # A plain value that begins like ʼ৭১, or in flow style like ’৭১, is no longer plain.
    string = strings().filter(lambda text: text[0] not in ("’‘ʼ´" if flow else "ʼ´"))
    value = st.one_of(string, st.lists(string, max_size=3), st.integers(0, 9))
    return st.builds(
        lambda tree, style: yaml.safe_dump(
            tree, allow_unicode=True, default_style=style, default_flow_style=flow, width=10**6
        ),
        st.dictionaries(keys, value, min_size=1, max_size=4),
        st.sampled_from([None, '"', "'"]),
    )


def read_yaml(text: str) -> object:
    return yaml.safe_load(text)


def markdown_files() -> SearchStrategy[str]:
    """Paragraphs with code spans, links with titles, tags and tables."""
    shapes = [
        '{a} [{a}](https://example.org/x_(y) "{b}") {c}',
        "{a} `x = \"{b}\"` আর `'{c}'` {a}",
        '{a} <a href="x" title="{b}">{c}</a>',
        "| {a} | {b} |\n|---|---|\n| {c} | {a} |",
        '[১]: https://example.org "{b}"\n\n{a} [১]',
        "```\nx = '{a}'\nprint(\"{b}\")\n```",
        '- "{a}"\n- {b}',
        '> {a}, "{b}" {c}',
    ]
    plain = strings().map(lambda text: re.sub(r"[\"'\[\]()*_#|]", "", text).strip() or "ক")
    return st.lists(_filled(shapes, plain), min_size=1, max_size=3).map("\n\n".join)


def read_markdown(text: str) -> object:
    """Return the blocks: what stands in code, in attributes and in cells, and the rest as text."""
    parser = MarkdownIt("commonmark").enable("table")
    return [_block(token) for token in parser.parse(text)]


def _block(token: object) -> object:
    children = token.children or []  # type: ignore[attr-defined]
    kept = token.content if token.type in ("fence", "code_block", "code_inline", "html_inline") else ""  # type: ignore[attr-defined]
    return [token.type, sorted(token.attrs.items()), kept, *map(_block, children)]  # type: ignore[attr-defined]


def ios_strings_files() -> SearchStrategy[str]:
    """Entries of a .strings file with their comments, as Xcode writes and as people align them."""
    key = st.sampled_from(["app.title", "OK", "নাম", "%@ ও %d", "ছ'টি"])
    value = strings().map(lambda text: text.replace('"', '\\"'))
    shapes = [
        '/* মন্তব্য "{c}" */\n"{a}" = "{b}";\n',
        '// {c}\n"{a}"="{b}";',
        '"{a}"    = "{b}"; // {c}',
        '"{a}" = "{b}\\n{b}";',
        'title = "{b}";',
    ]
    entry = st.builds(
        lambda shape, a, b, c: shape.format(a=a, b=b, c=re.sub("[\"'*]", "", c)),
        st.sampled_from(shapes),
        key,
        value,
        strings(),
    )
    return st.lists(entry, min_size=1, max_size=5).map("\n".join)


_STRINGS_ENTRY = re.compile(r'(?:"((?:[^"\\]|\\.)*+)"|(\w++))\s*+=\s*+"((?:[^"\\]|\\.)*+)"\s*+;')
_STRINGS_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*+", re.S)


def read_ios_strings(text: str) -> object:
    """Return keys and values; whatever else stands there is no .strings file."""
    found = []
    at = 0
    while at < len(text):
        m = _STRINGS_ENTRY.match(text, at) or _STRINGS_COMMENT.match(text, at) or re.compile(r"\s++").match(text, at)
        assert m, text[at:]
        if m.re is _STRINGS_ENTRY:
            found.append([m[1] or m[2], m[3]])
        at = m.end()
    return found


def android_files() -> SearchStrategy[str]:
    """Entries of Android's strings.xml, in which a straight mark needs a backslash, some with tags inside."""
    shapes = [
        '    <string name="a">{a}</string>',
        '    <string name="b" formatted="false">{a} <b>{b}</b> {c}</string>',
        '    <string-array name="c">\n        <item>{a}</item>\n        <item>{b}</item>\n    </string-array>',
        '    <plurals name="d">\n        <item quantity="other">{a} <i>{b}</i></item>\n    </plurals>',
        "    <!-- {c} -->",
    ]
    text = strings().map(lambda text: re.sub("([\"'])", r"\\\1", re.sub("&|--", "", text)))
    entries = st.lists(_filled(shapes, text), min_size=1, max_size=4)
    return entries.map(lambda entries: "\n".join(["<resources>", *entries, "</resources>"]))


def read_android(text: str) -> object:
    """Return the tags and strings; a straight mark without its backslash is dropped there, so none may be."""
    found = [[element.tag, "".join(element.itertext())] for element in ElementTree.fromstring(text).iter()]
    assert not any(re.search(r"(?<!\\)[\"']", string) for _, string in found), found
    return found


def wiki_files() -> SearchStrategy[str]:
    """Wiki text: italics and bold, templates, links, references and tables among prose."""
    shapes = [
        "'''{a}''' হলো ''{b}'' নামের {c}।",
        "{{{{তথ্যছক|নাম=\"{a}\"|শহর='{b}'}}}}",
        '[[{a}|"{b}"]] ও [[চিত্র:ক.jpg|thumb|{c}]]',
        '{a}<ref name="{b}">{{{{cite web|title="{c}"}}}}</ref> {a}',
        '{{| class="wikitable"\n! scope="col" | {a}\n|-\n| style="{b}" | {c} || {a}\n|}}',
        "* ''{a}'', \"{b}\"\n# {c}",
        "== ''{a}'' ==\n{b}, '{c}' {a}",
        '[https://example.org/{a} "{b}"] {c}',
        "{a} {{{{lang|en|'{b}'}}}} \"{c}\" {a}।",
    ]
    plain = strings().map(lambda text: re.sub(r"[\"'‘’“”`´«»„=*#]", "", text).strip() or "ক")
    return st.lists(_filled(shapes, plain), min_size=1, max_size=4).map("\n".join)


_WIKI = re.compile(
    r"'{2,5}|\{\{[^{}]*+\}\}|<[^<>]++>|\[\[[^|\]]*+|\[https?:\S++|^(?:\{\||!|\|-?)[^|\n]*+|^[=*#:;]++", re.M
)


def read_wiki(text: str) -> object:
    """Return the markup, with the names of the marks that delimit something in it, and the text between."""
    return [[_delimiters(m[0]) for m in _WIKI.finditer(text)], _WIKI.sub("\n", text)]


def _delimiters(markup: str) -> str:
    is_apart = markup.startswith(("'", "{{"))
    return (markup.replace("'", " single ") if is_apart else markup).replace('"', " double ")


# --- programs ---------------------------------------------------------------------------------------------------------


def python_files() -> SearchStrategy[str]:
    """Python: assignments, calls, lists, dictionaries, f-strings."""
    shapes = [
        "নাম = {a}",
        "print({a}, {b})  # মন্তব্য",
        "x = {{{a}: {b}, 'k': [{a}, {b}]}}",
        "def f():\n    return {a} + নাম",
        "x = [\n    {a},\n    {b},\n]",
        "raise ValueError({a})",
        'if x == {a}:\n    y["ক"] = {b}',
        "f(নাম={a})",
        "x = f'ক {{নাম}}' + {b}",
    ]
    return _programs(shapes, _python_string)


def _python_string(text: str, mark: str) -> str:
    return mark + text.replace(mark, "\\" + mark) + mark


def read_python(text: str) -> object:
    return ast.dump(ast.parse(text))


def script_files() -> SearchStrategy[str]:
    """JavaScript, PHP, SQL and other languages whose strings stand in ' or "."""
    shapes = [
        "const নাম = {a};",
        "alert({a} + নাম);",
        "নাম: {a},",
        "{a}: {b},",
        "$নাম = {a}; // মন্তব্য",
        "echo {a} . $নাম;",
        "$x[{a}] = {b};",
        "{a} => {b},",
        "INSERT INTO t VALUES ({a}, {b});",
        "WHERE নাম = {a} AND x LIKE {b}",
        "({a}, {b}),",
        "puts {a}",
        "if (x === {a}) {{",
        "    {a},",
        "{a} = {b};",
        "নাম={a}",
        "t({a})",
    ]
    return _programs(shapes, _python_string)


def _programs(shapes: list[str], written: object) -> SearchStrategy[str]:
    string = st.builds(written, strings(), st.sampled_from("\"'"))  # type: ignore[arg-type]
    line = st.builds(lambda shape, a, b: shape.format(a=a, b=b), st.sampled_from(shapes), string, string)
    return st.lists(line, min_size=1, max_size=4).map("\n".join)


_TOKEN = re.compile(r"""("(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')|[^"'\n]++|\n|(["'])""")


def read_script(text: str) -> object:
    """Return the tokens; a mark that opens a string and never closes it is none."""
    found = []
    for m in _TOKEN.finditer(text):
        assert not m[2], text
        found.append(["string", m[1][0], m[1][1:-1]] if m[1] else m[0])
    return found
