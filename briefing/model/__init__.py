"""What the office talks about: cards, sources, notes, outlines, findings. Values only."""
