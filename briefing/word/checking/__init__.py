"""The check of a finished file, before it is handed over: that Word will open it, and that its pages keep the layout.

What only the program can have got wrong refuses: a file that is not sound, tells of its making, or is not built of
styles, headings and tables as it should be. What the material or an office's own template brings with it warns: its
colours and sizes, its paper, a quotation that has no source. `rules.RULES` says of each rule which it is.
"""
