"""The catalogue: every rule of normalization, in the order in which the rules run.

A family is a module: ``canonical``, ``visual``, ``repair`` (with ``bijoy``, ``visual_order``), ``choices``,
``punctuation``, ``quotations``, ``typography``. The functions, the command and the documentation are all made from
this one tuple.
"""

from banglanorm.normalization.rules import (
    bijoy,
    canonical,
    choices,
    punctuation,
    quotations,
    repair,
    typography,
    visual,
    visual_order,
)
from banglanorm.normalization.rules.rule import Rule

PROFILES = ("canonical", "visual", "standard", "repair")  # each has the rules of those before it

CATALOGUE: tuple[Rule, ...] = (
    *canonical.RULES,
    *typography.ENTITY_RULES,
    *visual.RULES,
    *visual_order.LINE_RULES,
    *bijoy.RULES,
    *repair.RULES,
    *choices.RULES,
    *repair.LINE_RULES,
    *typography.FORM_RULES,
    *punctuation.RULES,
    *quotations.RULES,
    *typography.RULES,
)

# What runs over the whole line before its words are looked at, after them, and after its quotation marks.
FIRST_STEPS: tuple[Rule, ...] = (
    *typography.ENTITY_RULES,
    *visual.LINE_RULES,
    *visual_order.LINE_RULES,
    *repair.LINE_RULES,  # and again once words are repaired
)
LINE_STEPS: tuple[Rule, ...] = (
    *typography.FORM_RULES,
    *punctuation.RULES,
    *repair.LINE_RULES,  # where a no-break space has become a space, too
)
CLOSING_STEPS: tuple[Rule, ...] = typography.RULES

# What runs on characters without a space between them, in order. Marks that meet once unseen characters are gone, or
# once they are sorted, come into canonical order and join before the next step looks at them.
VISUAL_STEPS: tuple[Rule, ...] = (
    *canonical.RULES,
    *visual.UNSEEN_RULES,
    *canonical.RULES,
    *visual.MARK_ORDER_RULES,
    *canonical.RULES,
    *visual.LETTER_RULES,
)
REPAIR_STEPS: tuple[Rule, ...] = bijoy.RULES + repair.RULES
LAST_STEPS: tuple[Rule, ...] = choices.RULES


def rules() -> tuple[Rule, ...]:
    """Return every rule of normalization, in the order in which they run.

    >>> from banglanorm import rules
    >>> [rule.name for rule in rules()][:2]
    ['nukta_letters', 'two_part_vowels']
    """
    return CATALOGUE
