"""Where the pages of a reading copy end: settled here, a line to spare on each, so that programs break them alike."""
