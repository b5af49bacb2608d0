"""The derived index of a library's cards: always safe to delete."""
