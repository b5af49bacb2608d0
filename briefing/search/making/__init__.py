"""Making the index and keeping it in step with the files."""
