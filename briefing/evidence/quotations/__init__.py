"""Locked quotations: a card's exact words against its source's kept text. A near match is shown, never accepted."""
