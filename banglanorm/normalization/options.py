"""The options of normalization, checked, and the rules they turn on."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from banglanorm.errors import ConfigError
from banglanorm.normalization.rules.catalogue import CATALOGUE, PROFILES
from banglanorm.normalization.rules.punctuation import Apostrophe, Quotes

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
            value = getattr(self, option)
            if value not in choices:
                raise ConfigError(f"{option}={value!r} does not exist; choose one of {', '.join(map(repr, choices))}")
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


def _rule_names(option: str, names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):
        raise ConfigError(f"{option}={names!r} is one string; give a collection of rule names, for example [{names!r}]")
    unique = tuple(sorted(set(names)))
    for name in unique:
        if name not in _NAMES:
            raise ConfigError(f"{option}: there is no rule {name!r}{_nearest(name)}; banglanorm.rules() lists them all")
    return unique


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name), _NAMES, n=1)
    return f", did you mean {near[0]!r}?" if near else ""
