"""`python -m briefing`: the command line, without an installed script."""

import sys

from briefing.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
