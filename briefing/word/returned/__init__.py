"""The Word file that comes home: read, put back in its places, and told change by change."""
