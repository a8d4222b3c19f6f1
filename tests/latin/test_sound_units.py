from rows import each_row

from banglanorm.latin.sound_units import INHERENT, split_units
from banglanorm.script import letters as script


class TestUnits:
    @each_row(
        "word, units",
        [
            ("কলম", "ক A ল A ম A"),
            ("তথ্য", "ত A থ্য A"),
            ("কার্য", "ক া র য A"),
            ("ক্র্যাক", "ক র্য া ক A"),
            ("লক্ষ্মী", "ল A ক্ষ্ম ী"),
            ("বাক্", "ব া ক"),
            ("অ্যাপ", "অ্য া প A"),
            ("হঠাৎ", "হ A ঠ া ৎ"),
            ("উদ্\N{ZERO WIDTH NON-JOINER}যাপন", "উ দ য া প A ন A"),
            ("উদ্\N{ZERO WIDTH NON-JOINER}ঘাটন", "উ দ ঘ া ট A ন A"),
        ],
    )
    def test_split(self, word: str, units: str) -> None:
        assert split_units(word)[0] == units.split()

    def test_full_ra_with_ya_phala_is_no_reph(self) -> None:
        for joiner in script.JOINERS:
            assert split_units("র" + joiner + script.HASANTA + script.YA)[0] == ["র্য", INHERENT]
        assert split_units("কর" + script.HASANTA + script.YA)[0] == ["ক", INHERENT, "র", "য", INHERENT]
        assert split_units("র" + script.HASANTA + script.YA)[0] == [
            "র" + script.HASANTA + script.YA,
            INHERENT,
        ]  # no word begins so

    def test_candrabindu_belongs_to_the_vowel(self) -> None:
        units, nasal = split_units("হাঁস")
        assert [unit for unit, is_nasal in zip(units, nasal, strict=True) if is_nasal] == [script.AA_KAR]
