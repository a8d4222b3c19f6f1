"""Texts that lie inside the columns of a table of Arrow: in structs, in lists, and in lists of structs.

A path is the number of a column, and steps from there: the number of a field of a struct, or :data:`ITEMS`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

ITEMS = -1  # the step from a list into its items

Path = tuple[int, ...]
Place = tuple[int, ...]  # the number of a row, then at each step that of the field or of the item


def find_path(fields: Iterable[Any], name: str, /) -> Path | None:
    """Return where the field stands that is called ``name``, such as ``author.name``; None where there is none.

    Where the path meets a list, it goes on into the items.

    >>> import pyarrow as pa
    >>> schema = pa.schema([("id", pa.int64()), ("tags", pa.list_(pa.string()))])
    >>> find_path(schema, "id"), find_path(schema, "tags"), find_path(schema, "text")
    ((0,), (1, -1), None)
    """
    fields = [*fields]
    names = [field.name for field in fields]
    if names.count(name) == 1:
        number = names.index(name)
        return (number, *_without_lists(fields[number].type)[1])
    for number, field in enumerate(fields):
        inner, items = _without_lists(field.type)
        if name.startswith(f"{field.name}.") and names.count(field.name) == 1 and _is_struct(inner):
            rest = find_path(_fields(inner), name[len(field.name) + 1 :])
            if rest is not None:
                return (number, *items, *rest)
    return None


def field_at(schema: Any, path: Path, /) -> Any:
    """Return the field at the end of the path.

    >>> import pyarrow as pa
    >>> field_at(pa.schema([("tags", pa.list_(pa.string()))]), (0, -1)).type
    DataType(string)
    """
    field = schema.field(path[0])
    for step in path[1:]:
        field = field.type.value_field if step == ITEMS else field.type.field(step)
    return field


def is_text(kind: Any, /) -> bool:
    """Say whether values of a type of Arrow are texts.

    >>> import pyarrow as pa
    >>> is_text(pa.large_string()), is_text(pa.list_(pa.string()))
    (True, False)
    """
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def leaves(array: Any, path: Sequence[int], /) -> tuple[list[Place], list[str | None]]:
    """Return the texts that lie in a column at the path from there, and the place of each.

    >>> import pyarrow as pa
    >>> leaves(pa.array([["ক", "খ"], None, ["গ"]]), (-1,))
    ([(0, 0), (0, 1), (2, 2)], ['ক', 'খ', 'গ'])
    """
    from pyarrow import compute

    places: list[Place] = [(row,) for row in range(len(array))]
    for step in path:
        if step == ITEMS:
            parents = compute.list_parent_indices(array).to_pylist()
            places = [(*places[parent], number) for number, parent in enumerate(parents)]
            array = compute.list_flatten(array)
        else:
            places = [(*place, step) for place in places]
            array = array.flatten()[step]  # null where the struct is
    return places, array.to_pylist()


def replaced(array: Any, path: Sequence[int], texts: Sequence[str | None], field: Any, /) -> Any:
    """Return the column ``array``, which is of the kind of ``field``, with other texts at the path.

    >>> import pyarrow as pa
    >>> array = pa.array([["ক", "খ"], None, ["গ"]])
    >>> replaced(array, (-1,), ["a", "b", "c"], pa.field("tags", array.type)).to_pylist()
    [['a', 'b'], None, ['c']]
    """
    import pyarrow

    if not path:
        return _column(texts, field)
    step, *rest = path
    if step == ITEMS:
        values = replaced(pyarrow.compute.list_flatten(array), rest, texts, field.type.value_field)
        return _listed(values, array)
    fields = _fields(field.type)
    inner = [array.field(number) for number in range(len(fields))]
    inner[step] = replaced(array.flatten()[step], rest, texts, fields[step])
    return pyarrow.StructArray.from_arrays(inner, fields=fields, mask=array.is_null())


def _listed(values: Any, array: Any) -> Any:
    """Part the items into lists as long as those of ``array``, null where these are."""
    import pyarrow
    from pyarrow import compute

    kind = array.type
    is_large = pyarrow.types.is_large_list(kind)
    make, size = (pyarrow.LargeListArray, "int64") if is_large else (pyarrow.ListArray, "int32")
    lengths = compute.fill_null(compute.list_value_length(array), 0)
    ends = compute.cumulative_sum(lengths.cast(size))
    starts = pyarrow.concat_arrays([pyarrow.array([0], ends.type), ends])
    item = kind.value_field
    plain = pyarrow.large_list(item) if is_large else pyarrow.list_(item)
    lists = make.from_arrays(starts, values, type=plain, mask=array.is_null())
    return lists if kind == plain else lists.cast(kind)


def _column(texts: Sequence[str | None], field: Any) -> Any:
    import pyarrow

    kind = field.type
    if not field.nullable:  # where the struct is missing something stands there all the same
        texts = [text or "" for text in texts]
    plain = kind.value_type if pyarrow.types.is_dictionary(kind) else kind
    column = pyarrow.array(texts, type=plain)
    return column if plain is kind else column.dictionary_encode().cast(kind)


def _without_lists(kind: Any) -> tuple[Any, Path]:
    """Return the type of the innermost items, and the steps to them."""
    from pyarrow import types

    steps: Path = ()
    while types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        kind, steps = kind.value_type, (*steps, ITEMS)
    return kind, steps


def _is_struct(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_struct(kind))


def _fields(struct: Any) -> list[Any]:
    return [struct.field(number) for number in range(struct.num_fields)]
