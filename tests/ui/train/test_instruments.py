"""The instruments over the steps by mouse alone, by keyboard alone, and in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.train.instruments.panel import INSTRUMENTS
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.instruments import series
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton


def stepped(train: TrainWorkspace, steps: int) -> None:
    train.session.step(steps)
    train.session.finish()


def chosen_by_mouse(box: QComboBox, index: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(box, LEFT)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    place = view.visualRect(box.model().index(index, 0)).center()

    def picked() -> bool:
        # A list that has just opened takes no click for as long as a double click may last.
        qtbot.mouseMove(view.viewport(), place)
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        return box.currentIndex() == index

    qtbot.waitUntil(picked)
    box.hidePopup()


def chosen_by_keys(box: QComboBox, index: int, qtbot: QtBot) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_an_instrument_is_chosen_by_mouse(train: TrainWorkspace, qtbot: QtBot) -> None:
    stepped(train, 2)
    chosen_by_mouse(train.instruments.chooser, 5, qtbot)
    assert train.instruments.instrument == "slope"
    assert train.instruments.density.isVisible()


def test_each_instrument_is_shown_alone(train: TrainWorkspace, qtbot: QtBot) -> None:
    stepped(train, 20)
    panel = train.instruments
    for index, name in enumerate(INSTRUMENTS):
        chosen_by_keys(panel.chooser, index, qtbot)
        assert panel.instrument == name
        assert [plot.isVisible() for plot in panel.plots].count(True) == 1
        assert panel.density.isVisible() == (index >= 4)
        assert panel.layer_field.isVisible() == (index >= 4)
        assert panel.way.isVisible() == (index < 4)


def test_norms_are_those_of_the_shown_parameters(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.instruments.choose("weights")
    stepped(train, 20)
    assert train.session.moment is not None
    shown = train.gradients
    wanted = [np.log10(np.linalg.norm(w)) for w in train.session.moment.parameters.weights]
    np.testing.assert_allclose(shown._values[-1], wanted)
    qtbot.mouseClick(train.way.button("lines"), LEFT)
    train.lines.setFocus()
    qtbot.keyClick(train.lines, Qt.Key.Key_End)
    assert train.lines.reading.readout.text().splitlines()[0] == "step 20"


def test_dead_units_are_a_share_and_softmax_has_none(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.document.load(preset("digits_classifier"))
    train.instruments.choose("dead")
    stepped(train, 2)
    panel = train.instruments
    assert "128 of 256 samples" in panel.scope.text()
    train.gradients.setFocus()
    qtbot.keyClick(train.gradients, Qt.Key.Key_Right)
    assert train.gradients.accessibleDescription().endswith("not defined"), "softmax, on top"
    qtbot.keyClick(train.gradients, Qt.Key.Key_Down)
    assert train.gradients.accessibleDescription().endswith("%")
    panel.choose("saturated")
    qtbot.mouseClick(train.way.button("lines"), LEFT)
    assert panel.shares.isVisible()
    panel.shares.setFocus()
    qtbot.keyClick(panel.shares, Qt.Key.Key_End)
    assert "layer 3: not defined" in panel.shares.reading.readout.text()
    assert " %" in panel.shares.reading.readout.text()


def test_a_histogram_is_read_by_keys_and_leads_back(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.instruments.choose("activation")
    stepped(train, 16)
    density, moment = train.instruments.density, train.session.moment
    assert moment is not None
    density.setFocus()
    qtbot.keyClick(density, Qt.Key.Key_End)
    newest = moment.readings[-1].spreads["activation"]
    share = 100 * newest.counts[0].max() / newest.entries[0]
    told = density.accessibleDescription()
    assert told.startswith("step 16, ")
    assert f"{share:.1f}".removesuffix(".0") + " % of 192 numbers" in told
    qtbot.keyClick(density, Qt.Key.Key_Up)
    assert density.accessibleDescription() != told
    qtbot.keyClick(density, Qt.Key.Key_Home)
    qtbot.keyClick(density, Qt.Key.Key_Right)
    qtbot.keyClick(density, Qt.Key.Key_Return)
    train.session.finish()
    assert train.scrubber.told.text() == "step 1 of 16"
    assert density._moment == 1.0
    qtbot.keyClick(density, Qt.Key.Key_Escape)
    assert not density._readout.isVisible()


def test_a_histogram_is_read_by_mouse_and_leads_back(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.instruments.choose("slope")
    stepped(train, 16)
    density = train.instruments.density
    area = density._area()
    place = QPoint(int(area.right()) - 2, int(area.center().y()))
    qtbot.mouseMove(density, place)
    assert density.accessibleDescription().startswith("step 16, ")
    middle = density._columns.of_step(8.0)
    assert middle is not None
    place.setX(int(area.left() + middle * area.width()))
    qtbot.mouseClick(density, LEFT, pos=place)
    train.session.finish()
    assert train.scrubber.told.text() == "step 8 of 16"


def test_zeros_stand_in_a_strip_of_their_own(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    project = workbench.document.project
    workbench.document.load(edits.set_activation(project, project.layer_ids[:-1], Choice("relu")))
    train.instruments.choose("slope")
    stepped(train, 4)
    density = train.instruments.density
    assert density._strips() == (-1,)
    strip = density._strip(density._area(), -1)
    qtbot.mouseMove(density, QPoint(int(strip.right()) - 3, int(strip.center().y())))
    assert "exactly 0" in density.accessibleDescription()
    density.setFocus()
    qtbot.keyClick(density, Qt.Key.Key_End)
    for _ in range(30):
        qtbot.keyClick(density, Qt.Key.Key_Down)
    assert "exactly 0" in density.accessibleDescription()


def test_the_layer_of_a_histogram_is_the_selected_one(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.instruments.choose("derivative")
    stepped(train, 4)
    panel, ids = train.instruments, workbench.document.project.layer_ids
    workbench.selection.select([ids[2]])
    assert panel.layer_field.value() == 3
    panel.layer_field.setFocus()
    qtbot.keyClick(panel.layer_field, Qt.Key.Key_Up)
    assert workbench.selection.layer_ids == (ids[3],)
    assert train.session.moment is not None
    assert panel.density.shown is not None
    np.testing.assert_array_equal(
        panel.density.shown.counts[-1],
        train.session.moment.readings[-1].spreads["derivative"].counts[3],
    )


def test_empty_plots_say_what_will_stand_there(train: TrainWorkspace, workbench: Workbench) -> None:
    workbench.document.load(preset("digits_classifier"))
    train.instruments.choose("slope")
    assert "step by step" in train.instruments.density._instead
    stepped(train, 1)
    workbench.selection.select([workbench.document.project.layer_ids[-1]])
    assert train.instruments.density.shown is None
    assert "Softmax" in train.instruments.density._instead


def test_instruments_show_the_recent_steps_or_all(
    train: TrainWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(series, "RECENT_ROWS", 2)
    monkeypatch.setattr(series, "RECENT_STEPS", 8)
    train.instruments.choose("saturated")
    stepped(train, 32)
    assert train.gradients._steps[0] >= 16
    qtbot.mouseClick(train.scrubber.extent.button("whole"), LEFT)
    assert train.gradients._steps[0] == 0
    qtbot.keyClick(train.scrubber.extent.button("whole"), Qt.Key.Key_Left)
    assert train.gradients._steps[0] >= 16
    train.instruments.choose("slope")
    assert train.instruments.density.shown is not None
    assert train.instruments.density.shown.steps[0] >= 16
    train.session.look_back_to(3)
    train.session.finish()
    assert train.instruments.density.shown.steps[0] == 0, "what is looked back at is in it"


def test_the_lines_carry_their_numbers_and_what_made_them(train: TrainWorkspace) -> None:
    stepped(train, 8)
    train.instruments.choose("weights")
    lines, moment = train.lines, train.session.moment
    assert moment is not None
    assert lines.table is not None
    table = lines.table()
    assert table.headings[:2] == ("step", "log10_weight_norm_1")
    assert table.rows[-1] == (8, *moment.readings[-1].weight_norms.tolist())
    assert lines.caption()[0] == (None, "Weights of every layer")
    assert lines.configuration()
    train.instruments.choose("saturated")
    assert train.instruments.shares.table is not None
    assert "saturated_fraction_5" in train.instruments.shares.table().headings


def test_every_control_of_every_instrument_has_a_name(train: TrainWorkspace) -> None:
    stepped(train, 2)
    for name in INSTRUMENTS:
        train.instruments.choose(name)
        assert nameless(train) == []


def test_home_and_end_lead_to_the_ends_of_a_map(train: TrainWorkspace, qtbot: QtBot) -> None:
    stepped(train, 6)
    train.gradients.setFocus()
    qtbot.keyClick(train.gradients, Qt.Key.Key_Home)
    assert "step 1:" in train.gradients.accessibleDescription()
    qtbot.keyClick(train.gradients, Qt.Key.Key_End)
    assert "step 6:" in train.gradients.accessibleDescription()


def test_instruments_speak_both_languages(
    train: TrainWorkspace, qtbot: QtBot, either_language: str
) -> None:
    for name in INSTRUMENTS:
        train.instruments.choose(name)
        stepped(train, 2)
        told = [
            train.instruments.chooser.currentText(),
            train.instruments.scope.text(),
            *(plot.accessibleName() for plot in train.instruments.plots),
        ]
        for text in filter(None, told):
            hangul = any("가" <= letter <= "힣" for letter in text)
            assert hangul == (either_language == "ko"), text


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("width", [330, 435, 800])
def test_the_unit_is_seen_whole_at_every_width_and_after_a_change_of_language(
    train: TrainWorkspace, width: int, settings: Settings, qtbot: QtBot
) -> None:
    panel = train.instruments
    panel.setFixedWidth(width)
    qtbot.waitUntil(lambda: panel.width() == width)

    def unit_seen_whole() -> None:
        shown = [each for each in (panel.note_label, panel.unit) if each.isVisible()]
        (label,) = (each for each in shown if each.text())
        assert label.text() == panel.unit.text()
        assert label.width() >= label.sizeHint().width()

    for language in (settings.language, "ko", "en"):
        settings.set_language(language)
        for instrument in INSTRUMENTS:
            panel.choose(instrument)
            qtbot.waitUntil(unit_seen_whole)


def test_the_unit_stands_in_the_header_where_there_is_room(
    train: TrainWorkspace, qtbot: QtBot
) -> None:
    panel = train.instruments
    panel.choose("saturated")
    for width, over_the_plot in ((405, True), (800, False), (405, True)):
        panel.setFixedWidth(width)
        qtbot.waitUntil(lambda over_the_plot=over_the_plot: panel.unit.isVisible() == over_the_plot)
