"""One spelling, every change explained."""
