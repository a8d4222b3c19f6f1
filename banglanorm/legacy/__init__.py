"""Text from before Unicode: Bijoy and its kin both ways, finding it in mixed text, and mojibake."""
