"""A slow, plain normalizer: the rules of the profiles ``visual`` and ``standard``, one by one, as they are stated.

It shares no code with the library but the labels of apostrophes and quotation marks. It works on a whole line at a
time, until nothing changes, and cares nothing for speed. It makes no claim about addresses, the sandhi mark and marks
of another script on a Bengali letter: leave those out (``is_covered``) when comparing.
"""
