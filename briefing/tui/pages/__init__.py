"""What the reader shows of a card, a note and an outline: values in, paragraphs out."""
