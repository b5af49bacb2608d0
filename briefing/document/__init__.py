"""From an outline to a document: plain data that the terminal and Word both render."""
