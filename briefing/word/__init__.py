"""From a document to a Word file, with real notes and nobody's name in its properties."""
