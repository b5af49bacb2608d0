"""A file in the user's own editor: what is saved there is saved here, or kept, and nothing is lost."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import BadInput, NotFound
from briefing.library.authoring import change_entry, drop_entry
from briefing.library.editor import EditorResult, open_in_editor
from briefing.library.opened import OpenLibrary
from briefing.model.history import Step
from tests.library.ground import card, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs an editor that is a script")

TEXT = f'title = "A note"\n\n# About one\n{card("one")}\n{card("two", "Another claim")}'


@pytest.fixture
def desk(tmp_path: Path) -> OpenLibrary:
    return OpenLibrary(write(tmp_path / "notes", {"note.toml": TEXT}))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the editor to a program in Python: `path` is the copy, `text` what it holds, `later` the library's file."""

    def use(program: str) -> None:
        script = tmp_path / "my editor"
        start = f"#!{sys.executable}\nimport os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
        start += f"text = path.read_text(encoding='utf-8')\nlater = Path({str(tmp_path / 'notes' / 'note.toml')!r})\n"
        script.write_text(start + program + "\n", encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(script))

    return use


def saved(desk: OpenLibrary) -> str:
    return (desk.folder / "note.toml").read_text(encoding="utf-8")


def copies(desk: OpenLibrary) -> list[Path]:
    """What is left in the private folder of edits."""
    return sorted((desk.state / "editing").rglob("*"))


def edit(desk: OpenLibrary) -> EditorResult:
    return open_in_editor(desk, "note.toml", 3)


class DescribeAnEdit:
    def it_is_saved_to_the_byte(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text.replace('Another', 'A better') + '\\n# a word of ours\\n')")
        result = edit(desk)
        assert (result.saved, result.message) == (True, "Saved what the editor saved.")
        assert saved(desk) == TEXT.replace("Another", "A better") + "\n# a word of ours\n"
        assert desk.library.cards["two"].claim == "A better claim"
        assert copies(desk) == []

    def it_is_undone_and_done_again_to_the_byte(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text('# new\\n' + text.replace('Another', 'A better').replace('# About one', ''))")
        edit(desk)
        edited = saved(desk)
        desk = OpenLibrary(desk.folder)
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert undone.step.label == "Edited in the editor"
        assert saved(desk) == TEXT
        desk.redo()
        assert saved(desk) == edited

    def it_is_undone_field_by_field_when_others_have_been_there_since(
        self, desk: OpenLibrary, editor: Callable[[str], None]
    ) -> None:
        editor("path.write_text(text.replace('Another', 'A better').replace('# About one', '# About number one'))")
        edit(desk)
        write(desk.folder, {"note.toml": saved(desk) + "\n" + card("three")})
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert saved(desk) == TEXT.replace("# About one", "# About number one") + "\n" + card("three")

    def it_can_be_of_comments_alone_and_is_undone_all_the_same(
        self, desk: OpenLibrary, editor: Callable[[str], None]
    ) -> None:
        editor("path.write_text(text.replace('# About one', '# Ask Jo'))")
        assert edit(desk).saved
        desk.undo()
        assert saved(desk) == TEXT

    def it_is_let_go_where_it_cannot_be_undone_any_more(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        desk.apply(change_entry(desk.library, "one", {"at": "p. 1"}))
        editor("path.write_text(text.replace('# About one', '# Ask Jo'))")
        assert edit(desk).saved
        write(desk.folder, {"note.toml": saved(desk) + "\n" + card("three")})
        overtaken = desk.undo()
        assert overtaken
        assert not overtaken.saved
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert "p. 1" not in saved(desk)

    def it_changes_nothing_where_nothing_was_changed(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text)")
        assert edit(desk).message == "Nothing was changed."
        assert desk.undo() is None
        assert copies(desk) == []

    def it_may_be_saved_by_an_editor_that_writes_a_new_file(
        self, desk: OpenLibrary, editor: Callable[[str], None]
    ) -> None:
        editor("new = path.with_suffix('.swp'); new.write_text(text.replace('Another', 'New')); new.replace(path)")
        assert edit(desk).saved
        assert "New claim" in saved(desk)
        assert copies(desk) == []

    def it_says_what_needs_mending_in_what_was_saved(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text.replace('kind = \"assertion\"\\n', '', 1))")
        result = edit(desk)
        assert result.saved
        assert result.message.endswith("One thing needs mending: note.toml:4: Card 'one' has no kind.")

    def it_may_pass_by_damage_that_was_there(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        write(desk.folder, {"note.toml": TEXT + '\n[[card]]\nid = "broken\n'})
        desk.refresh()
        editor("path.write_text('# one line more, so that the damage stands elsewhere\\n' + text)")
        result = edit(desk)
        assert result.saved
        assert result.message == "Saved what the editor saved."

    def it_may_mend_damage(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        write(desk.folder, {"note.toml": TEXT.replace('"Another claim"', '"Another claim')})
        desk.refresh()
        editor("path.write_text(text.replace('Another claim', 'Another claim\"'))")
        assert edit(desk).saved
        assert "two" in desk.library.cards


class DescribeAnEditThatCannotBeSaved:
    """The file stays as it was, and the words are kept where only the user can read them."""

    def kept(self, desk: OpenLibrary, result: EditorResult, says: str) -> str:
        assert not result.saved
        assert says in result.message
        assert result.message.endswith(f"; your text is kept in {result.draft}.")
        assert result.draft
        assert stat.S_IMODE(result.draft.stat().st_mode) == 0o600
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o700 for path in copies(desk) if path.is_dir())
        assert desk.undo() is None
        return result.draft.read_text(encoding="utf-8", errors="replace")

    @pytest.mark.parametrize(
        ("broken", "says"),
        [
            ("text.replace('claim\"', 'claim', 1)", "line 7: This is not TOML"),
            ("text + '\\n[[card]]\\nid = [1\\n'", "never closed"),
            ("text + '\\n[card]\\nid = \"x\"\\n'", "two: [[card]]"),
        ],
    )
    def it_is_no_toml_any_more(self, desk: OpenLibrary, editor: Callable[[str], None], broken: str, says: str) -> None:
        editor(f"path.write_text({broken})")
        assert self.kept(desk, edit(desk), says) != TEXT
        assert saved(desk) == TEXT

    def it_is_no_text_any_more(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_bytes(text.replace('Another', 'caf\\xe9').encode('latin-1'))")
        self.kept(desk, edit(desk), "not UTF-8")
        assert saved(desk) == TEXT

    def it_comes_from_an_editor_that_failed(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text + '# new'); sys.exit(3)")
        assert "# new" in self.kept(desk, edit(desk), "The editor ended with an error (3)")
        assert saved(desk) == TEXT

    def it_met_another_change_of_the_same_words(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text.replace('Another', 'Our'))\nlater.write_text(text.replace('Another', 'Their'))")
        assert "Our claim" in self.kept(desk, edit(desk), "Somebody else changed the same words meanwhile")
        assert saved(desk) == TEXT.replace("Another", "Their")

    def it_met_another_and_both_wrote_more_than_entries(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text + '# ours\\n')\nlater.write_text('# theirs\\n' + text)")
        assert "# ours" in self.kept(desk, edit(desk), "Somebody else changed the same words meanwhile")
        assert saved(desk) == "# theirs\n" + TEXT

    def it_left_a_pipe_in_its_place(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.unlink(); os.mkfifo(path)")
        result = edit(desk)
        assert not result.saved
        assert "not an ordinary file" in result.message
        assert saved(desk) == TEXT


class DescribeAnEditThatMeetsAnother:
    def it_is_merged_where_they_changed_other_cards(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor(
            "path.write_text(text.replace('Another', 'Our'))\n"
            "later.write_text('# theirs\\n' + text.replace('A claim', 'Their claim'))"
        )
        result = edit(desk)
        assert (result.saved, result.message) == (True, "Saved, together with changes made elsewhere meanwhile.")
        assert saved(desk) == "# theirs\n" + TEXT.replace("A claim", "Their claim").replace("Another", "Our")

    def it_keeps_its_comments_where_they_changed_entries(
        self, desk: OpenLibrary, editor: Callable[[str], None]
    ) -> None:
        editor(
            "path.write_text(text.replace('# About one', '# Ask Jo').replace('Another', 'Our'))\n"
            "later.write_text(text.replace('A claim', 'Their claim'))"
        )
        assert edit(desk).saved
        expected = TEXT.replace("# About one", "# Ask Jo").replace("Another", "Our").replace("A claim", "Their claim")
        assert saved(desk) == expected
        assert desk.library.cards["one"].claim == "Their claim"

    def its_own_part_alone_is_undone(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor(
            "path.write_text(text.replace('# About one', '# Ask Jo').replace('Another', 'Our'))\n"
            "later.write_text(text.replace('A claim', 'Their claim'))"
        )
        edit(desk)
        desk.undo()
        assert saved(desk) == TEXT.replace("A claim", "Their claim")

    def it_is_kept_where_they_deleted_the_card(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text.replace('Another', 'Our'))\nlater.write_text(text[: text.rindex('[[card]]')])")
        result = edit(desk)
        assert not result.saved
        assert result.draft
        assert "Our claim" in result.draft.read_text(encoding="utf-8")

    def it_is_kept_where_the_whole_file_went(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.write_text(text.replace('Another', 'Our'))\nlater.unlink()")
        result = edit(desk)
        assert not result.saved
        assert result.draft
        assert not (desk.folder / "note.toml").exists()


class DescribeAnEditorThatIsNotOne:
    def it_leaves_no_file(self, desk: OpenLibrary, editor: Callable[[str], None]) -> None:
        editor("path.unlink()")
        assert edit(desk) == EditorResult(saved=False, message="The editor left no file, so nothing was changed.")
        assert saved(desk) == TEXT
        assert copies(desk) == []

    @pytest.mark.parametrize("setting", ["; rm -rf notes", "no-such-editor", "vim -c ':!x"])
    def it_is_said_so_and_no_copy_is_left(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch, setting: str
    ) -> None:
        monkeypatch.setenv("EDITOR", setting)
        with pytest.raises(BadInput):
            edit(desk)
        assert saved(desk) == TEXT
        assert copies(desk) == []

    def it_runs_what_it_is_told_and_nothing_more(
        self, desk: OpenLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As in `vim -c :!x`: the words reach the program as they are, and no shell sees them."""
        program = tmp_path / "vim"
        program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/said"\n', encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"{program} -c ':!touch {tmp_path}/pwned' ; touch {tmp_path}/pwned")
        assert not edit(desk).saved
        assert (tmp_path / "said").read_text(encoding="utf-8").split("|")[:3] == [
            "-c",
            f":!touch {tmp_path}/pwned",
            ";",
        ]
        assert not (tmp_path / "pwned").exists()


def test_a_file_that_has_gone_is_said_so(desk: OpenLibrary, editor: Callable[[str], None]) -> None:
    editor("pass")
    (desk.folder / "note.toml").unlink()
    with pytest.raises(NotFound):
        edit(desk)


@pytest.mark.parametrize("file", ["library.toml", "outlines/speech.toml"])
def test_every_file_of_the_library_can_be_edited(desk: OpenLibrary, editor: Callable[[str], None], file: str) -> None:
    text = '[office]\nname = "Ours"\n\n[[member]]\nid = "m"\nname = "M"\n\n[lists]\nx = [1]\n'
    write(desk.folder, {file: text})
    desk.refresh()
    editor("path.write_text(text.replace('\"M\"', '\"N\"') + 'y = 2\\n')")
    assert open_in_editor(desk, file, 1).saved
    write(desk.folder, {file: "# theirs\n" + (desk.folder / file).read_text(encoding="utf-8")})
    desk.undo("" if file == "library.toml" else file)
    assert '"M"' in (desk.folder / file).read_text(encoding="utf-8")


def test_steps_of_the_desk_and_of_the_editor_are_undone_in_turn(
    desk: OpenLibrary, editor: Callable[[str], None]
) -> None:
    states = [saved(desk)]

    def apply(step: Step) -> None:
        desk.apply(step)
        states.append(saved(desk))

    apply(change_entry(desk.library, "one", {"quote": 'It\'s "so"\nand so'}))
    editor("path.write_text(text.replace('A claim', 'Ein claim') + '\\n\\n\\n')")
    edit(desk)
    states.append(saved(desk))
    apply(drop_entry(desk.library, "two"))
    while states[1:]:
        states.pop()
        desk.undo()
        assert saved(desk) == states[-1]
