"""Can we stand behind it? Checks over a library and an outline, and the gate before anything leaves."""
