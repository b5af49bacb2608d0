"""The words of cards and queries, and the words they are found by."""
