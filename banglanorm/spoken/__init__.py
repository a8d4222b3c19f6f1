"""What a voice says, and back."""
