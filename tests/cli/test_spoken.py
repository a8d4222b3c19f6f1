"""The commands ``spoken`` and ``written``."""

from runner import Command


def test_lines_are_said(command: Command) -> None:
    command.write("a.txt", "১২টি বই\r\nplain 12\nদাম ৳৫")
    assert command("spoken", "a.txt").out == "বারোটি বই\r\nplain 12\nদাম পাঁচ টাকা".encode()


def test_options(command: Command) -> None:
    result = command("spoken", "--region", "in", "--phones", "english", "--text", "২০ জন, ফোন ০৩৩২২১৪৫৪৮৬")
    assert result.text == "কুড়ি জন, ফোন জিরো থ্রি থ্রি টু টু ওয়ান ফোর ফাইভ ফোর এইট সিক্স\n"


def test_the_way_back(command: Command) -> None:
    assert command("written", "--text", "পঁচাশি শতাংশ, পাঁচশো টাকা").text == "৮৫ শতাংশ, ৫০০ টাকা\n"
    assert command("written", "--digits", "ascii", stdin="সাতচল্লিশ জন".encode()).text == "47 জন"
