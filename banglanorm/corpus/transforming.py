"""`transform`: a function over all texts of many files, in their places, with the files whole at every moment."""

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from banglanorm.corpus.compression import packed
from banglanorm.corpus.decoding import require_encoding
from banglanorm.corpus.passing import Pass
from banglanorm.corpus.processing import Rewriting
from banglanorm.corpus.reading import Source, fields_of, files_of
from banglanorm.corpus.replacing import replacing, status_of
from banglanorm.corpus.rows import BadRow
from banglanorm.corpus.workers import workers as running
from banglanorm.errors import CorpusError

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: files and texts that were read, texts that changed, bad rows that were set aside.

    ``counts`` has what was done by name, where it was counted.
    """

    __module__ = "banglanorm.corpus"

    files: int = 0
    texts: int = 0
    changed: int = 0
    bad: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the numbers as plain JSON types.

        >>> Summary(files=1, texts=2).as_dict()
        {'files': 1, 'texts': 2, 'changed': 0, 'bad': 0, 'counts': {}}
        """
        return asdict(self)


def transform(
    paths: PathLike | Iterable[PathLike],
    function: Callable[[str], str],
    /,
    *,
    output: PathLike | None = None,
    in_place: bool = False,
    field: str | Iterable[str] | None = None,
    workers: int = 1,
    encoding: str = "utf-8",
    errors: str = "strict",
    rejected: Callable[[BadRow], object] | None = None,
    resume: bool = False,
    force: bool = False,
) -> Summary:
    r"""Write files with ``function(text)`` in the place of every text; all else stays as it is, to the byte.

    What is read is told at :func:`read`. The result goes to ``output``, one file, or a folder where there is one, its
    name ends with a slash, or a folder is read; or with ``in_place`` each file takes its own place, and is not touched
    where nothing changes. Every file appears whole or not at all; with ``resume`` files that are already in the folder
    are passed over. With ``workers`` above 1 as many processes share the work; ``function`` must then pickle. A
    ``Normalizer`` gets many texts at a time.

    Raises:
        CorpusError: a file cannot be read or written, or has a bad row that nobody takes; or two files would be one.
        TypeError: ``function`` returns something else than ``str``.

    >>> from banglanorm import Normalizer, corpus
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "news.csv")
    ...     _ = path.write_text("id;title\n1;দু’জন\n", encoding="utf-8")
    ...     corpus.transform(path, Normalizer(), in_place=True, field="title")
    ...     path.read_text(encoding="utf-8")
    Summary(files=1, texts=1, changed=1, bad=0, counts={})
    "id;title\n1;দু'জন\n"
    """
    require_encoding(encoding)
    fields = fields_of(field)
    if in_place == (output is not None):
        raise TypeError("expected either output= or in_place=True: where does the result go?")
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    task = Rewriting(function, None if in_place else "utf-8", skips=rejected is not None)
    with running(task, workers) as run:
        work = Pass(run, rejected=rejected)
        for target, names in plan(given, output, resume=resume):
            sources = [Source(name, fields, encoding, errors) for name in names]
            if not in_place:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
            write(work, sources, target, in_place=in_place, force=force)
    return Summary(work.files, work.texts, work.changed, work.bad, dict(work.counts))


def write(
    work: Pass,
    sources: Sequence[Source],
    target: str,
    /,
    *,
    in_place: bool = False,
    force: bool = False,
    settle: Callable[[], None] = lambda: None,
) -> None:
    """Write what becomes of the sources into the file ``target``, whole or not at all.

    ``settle`` is called when all is written, right before the file appears.

    Raises:
        CorpusError: a source cannot be read, or the target cannot be written.
    """
    there = status_of(target)
    if in_place and there and not stat.S_ISREG(there.st_mode):
        raise CorpusError(f"cannot rewrite {target}: not a regular file")
    require_one_table(sources)
    with replacing(target, force=force) as draft:
        draft.wanted = not in_place
        with packed(draft.stream, target) as stream:
            for number, source in enumerate(sources):
                changes = work.rewrite(source, stream, keeps_mark=in_place, is_first=number == 0)
                draft.wanted = draft.wanted or changes
        settle()


def require_one_table(sources: Sequence[Source], /) -> None:
    """Refuse to write tables and JSON documents one after another, which would be neither.

    Raises:
        CorpusError: there are several.

    >>> require_one_table([Source("a.jsonl", ("text",)), Source("b.jsonl", ("text",))])
    """
    if len(sources) > 1 and any(source.fields and not source.joins for source in sources):
        raise CorpusError(
            f"{sources[0].name} and {sources[1].name} cannot be one file: they are tables or documents",
            "write them into a folder: --output folder/, or --in-place",
        )


def is_folder(path: str, /) -> bool:
    """Say whether what is written to ``path`` goes into a folder, which may have to be made.

    >>> is_folder("out/"), is_folder("out.txt")
    (True, False)
    """
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def plan(paths: Iterable[PathLike], output: PathLike | None, /, *, resume: bool = False) -> list[tuple[str, list[str]]]:
    """Return the files to write, each with the files it is made of; without ``output`` each is made of itself.

    With ``resume`` files that are already in the folder are passed over.

    Raises:
        CorpusError: two files would be written to one, or over one that is read.

    >>> plan(["a.txt", "b.txt"], "all.txt")
    [('all.txt', ['a.txt', 'b.txt'])]
    """
    found = [(os.fspath(path), files_of(path)) for path in paths]
    names = list(dict.fromkeys(name for _, files in found for name in files))
    if output is None:
        return [(name, [name]) for name in names]
    target = os.fspath(output)
    if not is_folder(target) and not any(Path(given).is_dir() for given, _ in found):
        _refuse_overwriting(names, [target])
        return [(target, names)]
    jobs: dict[str, str] = {}
    for given, files in found:
        for name in files:
            path = str(Path(target, Path(name).name if name == given else os.path.relpath(name, given)))
            if jobs.setdefault(path, name) != name:
                raise CorpusError(f"{jobs[path]} and {name} would both be written to {path}", "write them one by one")
    _refuse_overwriting(names, jobs)
    return [(path, [name]) for path, name in jobs.items() if not (resume and Path(path).exists())]


def _refuse_overwriting(names: Iterable[str], targets: Iterable[str]) -> None:
    read = {(there.st_dev, there.st_ino): name for name in names if (there := status_of(name))}
    for target in targets:
        there = status_of(target)
        if there and stat.S_ISREG(there.st_mode) and (name := read.get((there.st_dev, there.st_ino))):
            raise CorpusError(f"{target} is also the input {name}", "write to another file, or in place")
