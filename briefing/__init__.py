"""Evidence in, Word out: topic notes and evidence cards, assembled into documents a Member can use."""

__version__ = "0.1.0"
