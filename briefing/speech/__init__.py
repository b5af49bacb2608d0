"""Spoken words and the time they take."""
