"""The options of normalization, checked, and the rules they turn on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from inspect import Parameter, signature
from typing import Any, Literal, TypedDict, TypeVar, get_args

from banglanorm.errors import ConfigError, require_one_of, short_repr
from banglanorm.normalization.rules.catalogue import CATALOGUE, PROFILES
from banglanorm.normalization.rules.quotations import Apostrophe, Quotes

Profile = Literal["canonical", "visual", "standard", "repair"]
Nukta = Literal["decomposed", "composed"]
Digits = Literal["keep", "ascii", "bengali"]

_CHOICES = {
    "profile": PROFILES,
    "nukta": get_args(Nukta),
    "apostrophe": get_args(Apostrophe),
    "quotes": get_args(Quotes),
    "digits": get_args(Digits),
}
_NAMES = tuple(rule.name for rule in CATALOGUE)
_OPPOSITES = frozenset({"ascii_digits", "bengali_digits"})
_Function = TypeVar("_Function", bound=Callable[..., Any])


class Asked(TypedDict, total=False):
    """The options as keyword arguments, for type checkers; :class:`Options` has their defaults."""

    profile: Profile
    nukta: Nukta
    apostrophe: Apostrophe
    quotes: Quotes
    digits: Digits
    enable: Iterable[str]
    disable: Iterable[str]


def shows_options(function: _Function) -> _Function:
    """Let ``help(function)`` list every option with its choices and default where the code says ``**options``."""
    given = [each for each in signature(function).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    asked = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default, annotation=Asked.__annotations__[each.name])
        for each in fields(Options)
    ]
    shown = signature(function).replace(parameters=[*given, *asked])
    setattr(function, "__signature__", shown)  # noqa: B010 - a function has no such attribute for type checkers
    return function


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for: a profile, the choices, and rules switched on or off by name.

    Raises:
        ConfigError: a value or a rule name does not exist, or two options contradict each other.
    """

    profile: Profile = "standard"
    nukta: Nukta = "decomposed"
    apostrophe: Apostrophe = "'"
    quotes: Quotes = "curly"
    digits: Digits = "keep"
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for option, choices in _CHOICES.items():
            require_one_of(option, getattr(self, option), choices)
        for option in ("enable", "disable"):
            object.__setattr__(self, option, _rule_names(option, getattr(self, option)))
        both = set(self.enable) & set(self.disable)
        if both:
            raise ConfigError(f"rule {min(both)!r} is both in enable= and in disable=")
        if self.active_rules() >= _OPPOSITES:
            raise ConfigError("digits cannot be both 'ascii' and 'bengali'")

    def active_rules(self) -> frozenset[str]:
        """Return the names of the rules that these options turn on.

        >>> "quotation_marks" in Options().active_rules(), "lone_au_length_mark" in Options().active_rules()
        (True, False)
        """
        on = PROFILES[: PROFILES.index(self.profile) + 1]
        active = {rule.name for rule in CATALOGUE if rule.profile in on}
        if self.nukta == "composed":
            active.add("precomposed_nukta_letters")
        if self.digits != "keep":
            active.add(f"{self.digits}_digits")
        return frozenset((active | set(self.enable)) - set(self.disable))

    def changed(self) -> dict[str, Any]:
        """Return the options that differ from their defaults.

        >>> Options(quotes="keep").changed()
        {'quotes': 'keep'}
        """
        values = ((each.name, getattr(self, each.name), each.default) for each in fields(self))
        return {name: value for name, value, default in values if value != default}


def _rule_names(option: str, names: object) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, Iterable):
        advice = f"; for one rule write [{names!r}]" if names in _NAMES else ""
        raise ConfigError(f"{option}: expected a collection of rule names, got {short_repr(names)}{advice}")
    names = tuple(names)
    for name in names:
        if name not in _NAMES:
            near = _nearest(name)
            raise ConfigError(f"{option}: expected names of banglanorm.rules(), got {short_repr(name)}{near}")
    return tuple(sorted(set(names)))


def _nearest(name: object) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _NAMES, n=1) if isinstance(name, str) else []
    return f"; did you mean {near[0]!r}?" if near else ""
