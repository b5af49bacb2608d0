"""Plain files to model and back: reading, safe editing, history, watching."""
