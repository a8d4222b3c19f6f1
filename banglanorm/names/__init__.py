"""Names as the English press spells them."""
