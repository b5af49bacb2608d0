"""Asking the index: from what was typed to the cards that match, in their order."""
