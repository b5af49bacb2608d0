"""What the commands say while they work: one sentence each, and what to do next."""

from __future__ import annotations

HELP = "briefing --help lists the commands."
TRY_AGAIN = "What was there before is still there. Put that right, then try again."
UNEXPECTED_HINT = "The library is as it was. BRIEFING_DEBUG=1 shows the details, for a report."

NO_LIBRARY = "There is no library here."
