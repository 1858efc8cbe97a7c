"""The one table of keys: the help page and the small map on ? both read it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from gradsim.ui.gradients.lenses.entries import LENSES
from gradsim.ui.key_names import alt_name, key_name, key_names
from gradsim.ui.step.study.pages import PAGES


class KeyGroup(Struct, frozen=True):
    """Keys that act in the same place; rows of the keys and what they do, already translated.

    `where` says in which part of the window they act.
    """

    name: str
    title: str
    where: str
    rows: tuple[tuple[str, str], ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """Every group, in the present language."""
    return (
        _walking(),
        _predicting(),
        _canvases(),
        _pages(),
        _lenses(),
        _grid(),
        _racing(),
        _training(),
        _challenge(),
        _network(),
        _window(),
    )


def _walking() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        ("→", translate("Help", "Next factor")),
        ("←", translate("Help", "Back one factor")),
        ("Home", translate("Help", "To the start")),
        ("End", translate("Help", "To the end")),
        ("Page Down", translate("Help", "One layer on")),
        ("Page Up", translate("Help", "One layer back")),
        (translate("Help", "Space"), translate("Help", "Play or pause")),
        (">, <", translate("Help", "Play faster, slower")),
        ("?", translate("Help", "This map of the keys")),
    )
    where = translate("Help", "In the diagram, the equation, the timeline and the transport")
    return KeyGroup("walk", translate("Help", "Walking"), where, rows)


def _predicting() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        ("P", translate("Help", "Predict each number before it is shown, or no more")),
        (translate("Help", "Enter"), translate("Help", "Check the answer; go on")),
        (key_name("Ctrl+H"), translate("Help", "A hint")),
        (key_name("Ctrl+Enter"), translate("Help", "Skip the question, or show the answer")),
        ("Esc", translate("Help", "Put the question away")),
    )
    where = translate("Help", "P where the walking keys act, the others in the question")
    return KeyGroup("predict", translate("Help", "Predicting"), where, rows)


def _canvases() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (
            ", ".join(
                (
                    translate("Help", "{key} and drag").format(key=alt_name()),
                    key_names("Alt+↑", "Alt+↓"),
                )
            ),
            translate("Help", "In the diagram: nudge a weight, bias, input or target"),
        ),
        ("Esc, Enter", translate("Help", "Put a nudged number back; keep it")),
        (translate("Help", "+, − in the diagram"), translate("Help", "Zoom in, out")),
        (translate("Help", "0 in the diagram"), translate("Help", "Show the whole network")),
        (
            translate("Help", "{keys} in the diagram").format(
                keys=key_names("↑", "↓", "Shift+←", "Shift+→")
            ),
            translate("Help", "Move the picture"),
        ),
        (
            translate("Help", "+, − in the equation"),
            translate("Help", "Open the folded factors, fold them again"),
        ),
        (
            translate("Help", "+, − on the timeline and the transport"),
            translate("Help", "Play faster, slower"),
        ),
        (
            translate("Help", "→, ←, Home, End in the two ways"),
            translate("Help", "The stages of “Shortcut a − y”"),
        ),
        (
            translate("Help", "Arrow keys, Home on the heat map"),
            translate("Help", "Another entry, the one of the walk"),
        ),
        (
            translate("Help", "←, →, ↑, ↓ in the profile"),
            translate("Help", "Read layer by layer, seed by seed"),
        ),
    )
    where = translate("Help", "Where the focus stands")
    return KeyGroup("canvas", translate("Help", "Pictures"), where, rows)


def _pages() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = tuple(
        (key_name(f"Alt+{number}"), translate("StudyPage", entry.label))
        for number, entry in enumerate(PAGES, start=1)
    )
    where = translate("Help", "Anywhere in the Step workspace")
    return KeyGroup("pages", translate("Help", "Pages beside the card"), where, rows)


def _lenses() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = tuple(
        (key_name(f"Alt+{number}"), translate("Lens", entry.label))
        for number, entry in enumerate(LENSES, start=1)
    )
    where = translate("Help", "Anywhere in the Gradients workspace")
    return KeyGroup("lenses", translate("Help", "What took the decades"), where, rows)


def _grid() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        ("←, →, ↑, ↓", translate("Help", "Walk the cells")),
        (translate("Help", "Enter"), translate("Help", "Load the cell into the builder")),
        (translate("Help", "Space"), translate("Help", "Pin the cell as a run")),
        ("R", translate("Help", "Let the cell race")),
        ("W", translate("Help", "Why: the decades of every layer")),
        (
            key_names("S", "Shift+S"),
            translate("Help", "Sort the rows by this column, the columns by this row"),
        ),
    )
    where = translate("Help", "In the grid of the Compare workspace")
    return KeyGroup("grid", translate("Help", "Compare grid"), where, rows)


def _racing() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (key_name("Ctrl+Enter"), translate("Help", "Start the race, pause, go on")),
        (key_name("Ctrl+."), translate("Help", "One step of every racer")),
        (
            key_name("Ctrl+Backspace"),
            translate("Help", "Back to the start, with the racers of now"),
        ),
        (key_name("Alt+5"), translate("Help", "Turn to the race, from the other pages of Compare")),
    )
    where = translate("Help", "On the page “Race” of the Compare workspace")
    return KeyGroup("race", translate("Help", "Race"), where, rows)


def _training() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (key_name("Ctrl+Enter"), translate("Help", "Train, pause, go on")),
        (key_name("Ctrl+."), translate("Help", "Take one step")),
        (key_name("Ctrl+,"), translate("Help", "To the end of the epoch")),
        (key_name("Ctrl+Backspace"), translate("Help", "Forget the run and begin anew")),
        (
            translate("Help", "→, ←, Page Up, Page Down, Home, End on the slider"),
            translate("Help", "Another moment of the run"),
        ),
        (
            translate("Help", "Enter in a plot"),
            translate("Help", "Show the run as it was at the step under the cursor"),
        ),
        (key_name("Alt+H"), translate("Help", "Looking back, in any workspace: back to now")),
        (
            key_name("Alt+K"),
            translate("Help", "Looking back, in any workspace: keep these weights"),
        ),
        (
            key_names("Alt+B", "Alt+D", "Alt+C"),
            translate("Help", "After an edit: branch, discard the run, cancel"),
        ),
        (
            translate("Help", "→, ←, ↑, ↓, Home, End in maps and small pictures"),
            translate("Help", "Read out what stands there"),
        ),
        (
            translate("Help", "Enter on a unit's picture"),
            translate("Help", "Show that unit large; Enter or Esc there shows all again"),
        ),
    )
    where = translate("Help", "Anywhere in the Train workspace")
    return KeyGroup("training", translate("Help", "Training"), where, rows)


def _challenge() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (key_name("Ctrl+Shift+H"), translate("Help", "One more hint")),
        (
            key_name("Ctrl+Shift+T"),
            translate("Help", "Train as many steps as it asks for; forget the run"),
        ),
        (key_name("Ctrl+Shift+L"), translate("Help", "Leave the challenge")),
    )
    where = translate("Help", "Anywhere, while a challenge is worked on")
    return KeyGroup("challenge", translate("Help", "Challenges"), where, rows)


def _network() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (key_names("Alt+↑", "Alt+↓"), translate("Help", "Move the selected layer")),
        (key_names("Ctrl+I", "Ctrl+Shift+I"), translate("Help", "Insert a layer behind, before")),
        (key_name("Ctrl+D"), translate("Help", "Duplicate the selected layers")),
        (key_names("Delete", "Backspace"), translate("Help", "Delete the selected layers")),
        (translate("Help", "Enter"), translate("Help", "Open the menu of the layer")),
    )
    where = translate("Help", "In the list of layers")
    return KeyGroup("network", translate("Help", "Network"), where, rows)


def _window() -> KeyGroup:
    translate = QCoreApplication.translate
    rows = (
        (
            key_names("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
            translate("Help", "Step, Gradients, Compare, Train, Challenges"),
        ),
        (key_names("Ctrl+Z", "Ctrl+Shift+Z"), translate("Help", "Undo and redo")),
        (key_names("Ctrl+N", "Ctrl+O"), translate("Help", "New project, open a project")),
        (key_names("Ctrl+S", "Ctrl+Shift+S"), translate("Help", "Save, save under another name")),
        (key_name("Ctrl+Shift+O"), translate("Help", "Import a table of your own data")),
        (key_name("Ctrl+E"), translate("Help", "Export the walk as a worksheet or a script")),
        (key_name("Ctrl+Shift+E"), translate("Help", "Export a plot as a picture or as numbers")),
        (
            key_name("Ctrl+Enter"),
            translate("Help", "In Gradients: apply the coach's change"),
        ),
        (key_name("Ctrl+K"), translate("Help", "Check the gradients against finite differences")),
        (
            key_names("F6", "Shift+F6"),
            translate("Help", "To the next divider: arrow keys move it, Esc leaves it"),
        ),
        ("F10", translate("Help", "Menu")),
        ("F1", translate("Help", "Help")),
    )
    where = translate("Help", "Anywhere")
    return KeyGroup("window", translate("Help", "Window"), where, rows)
