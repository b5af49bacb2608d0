"""The cut ladder: from one outline the best speech for every limit, by an exact method."""
