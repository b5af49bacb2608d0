"""What came back in a Word file is settled: change by change, onto the outline it was made from, and written down."""
