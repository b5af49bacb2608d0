"""What a document is set on: the house's own template, or the one an office gives."""
