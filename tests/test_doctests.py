"""Every example in a docstring is run."""

import doctest
import inspect
import pkgutil
import re
from importlib import import_module
from inspect import isclass, isfunction
from types import ModuleType

from rows import each_row

import banglanorm
from banglanorm import corpus


def modules() -> list[ModuleType]:
    names = [module.name for module in pkgutil.walk_packages(banglanorm.__path__, "banglanorm.")]
    apart = ("banglanorm.__main__", "banglanorm.integrations")  # a command, and adapters whose hosts may be missing
    return [banglanorm, *(import_module(name) for name in names if not name.startswith(apart))]


def examples() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for module in modules() for test in finder.find(module)]
    # Classes that say they are of a face are passed over in their own module.
    for face in (banglanorm, corpus):
        for name, home in face._HOMES.items():
            value = getattr(face, name)
            if isclass(value) and value.__module__ == face.__name__:
                found += finder.find(value, name, module=import_module(f"{face.__name__}.{home}"))
    # The facade has them too, once they were asked for.
    return [*{test.docstring: test for test in found if test.examples}.values()]


@each_row("example", examples())
def test_example(example: doctest.DocTest) -> None:
    assert doctest.DocTestRunner().run(example).failed == 0


def test_every_example_is_run() -> None:
    written = sum(len(re.findall(r"^ *>>> ", inspect.getsource(module), re.MULTILINE)) for module in modules())
    assert sum(len(test.examples) for test in examples()) == written


@each_row("name", [name for name in banglanorm.__all__ if isfunction(getattr(banglanorm, name))])
def test_every_public_function_has_an_example(name: str) -> None:
    assert any(test.examples for test in doctest.DocTestFinder().find(getattr(banglanorm, name), name))
