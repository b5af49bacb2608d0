"""What is said of how fast a Member speaks."""

from __future__ import annotations

from collections.abc import Sequence

NO_FILE_HINT = "Members stand there, each under a line [[member]] with an id and a name."
MEND_PACE = "Mend it, or take the line out; until then 150 words a minute are counted on."
NOT_MEASURED = "That is no number of words or of minutes, and nothing was added."
NOT_SPEECH_HINT = "Look at the words and the minutes again; half of all speeches lie between 137 and 162 a minute."
WANTED_PACE = "it must be { words = ..., minutes = ... }, at 60 to 260 words a minute"
NO_MINUTES = "It is not said how many minutes it took."
MINUTES_ARE = "Give the minutes it took without interventions, as in --minutes 4:30 or --minutes 4.5."
NO_WORDS = "The minutes belong to no speech."
WORDS_ARE = "Give its words with --words N, or the outline that was read with --outline OUTLINE."
MINUTES_OF_HANSARD = "A day of Hansard has its own time stamps, and the minutes belong to no other speech."
STRETCH_IS = "It takes two time stamps four minutes to an hour apart, and nearly all words between them one speaker's."
ALSO_IS = "If it is another name of theirs, put it into “also” of their entry in lists.people of library.toml."


def clock(minutes: float) -> str:
    """Return minutes as minutes and seconds: `4:30`."""
    seconds = round(60 * minutes)
    return f"{seconds // 60}:{seconds % 60:02}"


def time_of_day(seconds: int) -> str:
    """Return seconds after midnight as a clock shows them: `13:42`."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


def words(count: float) -> str:
    """Say how many words there are."""
    whole = round(count)
    return "1 word" if whole == 1 else f"{whole:,} words"


def not_minutes(typed: str) -> str:
    """Say that a length of time cannot be read."""
    return f"“{typed}” is no number of minutes."


def no_stretch(name: str) -> str:
    """Say that a Member speaks in a file, but that it does not tell how fast."""
    return f"{name} speaks there, but no speech can be timed."


def does_not_speak(name: str, alike: Sequence[str]) -> str:
    """Say that a Member does not speak in a file, and who does whose name comes near."""
    near = f" Somebody there is called {' or '.join(alike)}." if alike else ""
    return f"{name} does not speak there.{near}"


def speech_added(name: str) -> str:
    """Name the step that adds a speech."""
    return f"Added a speech to the pace of {name}"


def not_speech(count: float, minutes: float) -> str:
    """Say that nobody says so many words in so many minutes."""
    rate = f", {count / minutes:,.0f} a minute" if minutes > 0 else ""
    return f"{words(count)} in {clock(minutes)}{rate}: nobody speaks so, and nothing was added."


def misread(name: str) -> str:
    """Say that what the file says of a Member's pace cannot be."""
    return f"The pace of {name} cannot be read: {WANTED_PACE}."


def paced(pace: float, between: tuple[int, int]) -> str:
    """Say how fast somebody speaks, and how sure that is."""
    return f"{pace:.0f} words a minute ({between[0]} to {between[1]})"


def measured(count: float, minutes: float) -> str:
    """Say what a pace rests on."""
    return f"measured on {words(count)} in {clock(minutes)}" if minutes else "nothing measured yet"


def known(name: str, paced: str, measured: str) -> str:
    """Say what is known of somebody's pace."""
    return f"{name}: {paced}, {measured}"


def added(name: str, speech: str, before: str, after: str) -> str:
    """Say what was added, and what is known before and after."""
    return f"{name}: {speech}, added. Before: {before}. Now: {after}."


def speech(count: float, minutes: float) -> str:
    """Say how long a speech was."""
    return f"{words(count)} in {clock(minutes)}, {count / minutes:.0f} a minute"
