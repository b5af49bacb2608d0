"""What is asked over a screen: one question, list or form at a time."""
