"""The peer of opening: a Textual app with nothing in it."""

from __future__ import annotations

from textual.app import App


class Empty(App[None]):
    """Nothing."""


if __name__ == "__main__":
    Empty().run()
