"""The pictures of a moment by mouse and by keyboard alone, back in time, in both languages."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.train.pictures.panel import SUBJECTS
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.training.pictures.misread import Misread, misread_images
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps, unit_maps
from gradsim.viewmodels.training.pictures.weight_images import WeightImages
from tests.ui.test_accessibility import nameless
from tests.ui.train.test_instruments import chosen_by_keys, chosen_by_mouse

LEFT = Qt.MouseButton.LeftButton


def stepped(train: TrainWorkspace, steps: int) -> None:
    train.session.step(steps)
    train.session.finish()
    train.pictures.finish_drawing()
    QCoreApplication.processEvents()  # what was shown takes its place


def digits(train: TrainWorkspace, workbench: Workbench, subject: str, steps: int) -> None:
    workbench.document.load(preset("digits_classifier"))
    train.session.plan.set_number("batch", 32)
    train.pictures.choose(subject)
    stepped(train, steps)


def test_a_picture_is_chosen_by_mouse(train: TrainWorkspace, qtbot: QtBot) -> None:
    stepped(train, 2)
    chosen_by_mouse(train.pictures.chooser, 1, qtbot)
    assert train.pictures.subject == "units"
    assert train.pictures.units.isVisible()


def test_each_picture_is_shown_alone(train: TrainWorkspace, qtbot: QtBot) -> None:
    stepped(train, 2)
    pictures = train.pictures
    for index, name in enumerate(SUBJECTS):
        chosen_by_keys(pictures.chooser, index, qtbot)
        assert pictures.subject == name
        shown = [each for each, view in pictures._views().items() if view.isVisible()]
        assert shown == [name]


def test_every_control_of_every_picture_has_a_name(train: TrainWorkspace) -> None:
    stepped(train, 2)
    for name in SUBJECTS:
        train.pictures.choose(name)
        train.pictures.finish_drawing()
        assert nameless(train) == []
    train.pictures.choose("units")
    train.pictures.units.unit = 1
    train.pictures.units.refresh()
    assert nameless(train) == []


def test_a_unit_is_chosen_by_keys(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.pictures.choose("units")
    stepped(train, 5)
    view = train.pictures.units
    canvas = view.grid.canvas
    assert len(canvas.tiles) == 3
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.accessibleDescription().startswith("a₂⁽¹⁾ from ")
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert view.unit == 2
    assert view.unit_field.value() == 2
    assert view.large.isVisible()
    assert view.large.hasFocus()
    assert not view.grid.isVisible()
    assert "a₂⁽¹⁾" in view.large.accessibleName()
    qtbot.keyClick(view.large, Qt.Key.Key_Escape)
    assert view.unit is None
    assert view.grid.isVisible()
    assert view.unit_field.text() == "all"
    view.unit_field.setFocus()
    qtbot.keyClick(view.unit_field, Qt.Key.Key_Up)
    assert view.unit == 1


def test_a_unit_is_chosen_by_mouse(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.pictures.choose("units")
    stepped(train, 5)
    view = train.pictures.units
    place = view.grid.canvas.tile_rect(2).center().toPoint()
    qtbot.mouseMove(view.grid.canvas, place)
    assert view.grid.canvas.accessibleDescription().startswith("a₃⁽¹⁾")
    qtbot.mouseClick(view.grid.canvas, LEFT, pos=place)
    assert view.unit == 3
    qtbot.mouseClick(view.large, LEFT, pos=QPoint(40, 40))
    assert view.unit is None


def test_the_layer_of_the_units_is_the_selected_one(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.pictures.choose("units")
    stepped(train, 3)
    view, ids = train.pictures.units, workbench.document.project.layer_ids
    view.layer_field.setFocus()
    qtbot.keyClick(view.layer_field, Qt.Key.Key_Up)
    assert workbench.selection.layer_ids == (ids[1],)
    train.pictures.finish_drawing()
    assert isinstance(view.picture, UnitMaps)
    assert view.picture.layer == 2
    workbench.selection.select([ids[-1]])
    train.pictures.finish_drawing()
    assert len(view.grid.canvas.tiles) == 1
    assert view.layer_field.value() == 5


def test_units_follow_time_travel(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.session.plan.set_number("rate", 1.0)
    train.pictures.choose("units")
    stepped(train, 30)
    view, newest = train.pictures.units, train.pictures.units.picture
    train.scrubber.slider.setFocus()
    qtbot.keyClick(train.scrubber.slider, Qt.Key.Key_Home)
    train.session.finish()
    train.pictures.finish_drawing()
    assert train.session.shown is not None
    assert train.session.shown.steps == 0
    wanted = unit_maps(train.session.project, train.session.shown.parameters, 1)
    assert isinstance(wanted, UnitMaps)
    assert isinstance(view.picture, UnitMaps)
    assert isinstance(newest, UnitMaps)
    np.testing.assert_array_equal(view.picture.values, wanted.values)
    assert not np.array_equal(view.picture.values, newest.values)


def test_pictures_follow_a_run_and_end_with_it(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.pictures.choose("units")
    view = train.pictures.units
    train.session.start()
    qtbot.waitUntil(lambda: view.picture is not None, timeout=10000)
    first = view.picture
    qtbot.waitUntil(lambda: view.picture is not first, timeout=10000)
    train.session.pause()
    train.session.finish()
    train.session.reset()
    assert view.told.text() == "After the first step."
    assert not view.grid.isVisible()


def test_keys_bring_a_picture_into_sight(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    project = workbench.document.project
    workbench.document.load(edits.set_units(project, [project.layer_ids[0]], 150))
    train.pictures.choose("units")
    stepped(train, 2)
    view = train.pictures.units
    assert view.told.text() == "The first 128 of 150 units."
    canvas, bar = view.grid.canvas, view.grid.verticalScrollBar()
    assert bar.value() == 0
    assert bar.maximum() > 0
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.cursor_at == 127
    assert bar.value() > 0
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.cursor_at == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.cursor_at == canvas._columns()


def test_one_input_draws_curves(train: TrainWorkspace, workbench: Workbench) -> None:
    workbench.document.load(edits.set_inputs(workbench.document.project, 1))
    train.pictures.choose("units")
    stepped(train, 3)
    view = train.pictures.units
    assert len(view.grid.canvas.tiles) == 3
    assert not view.scale.isVisible(), "a curve has no shades"
    assert not view.grab().isNull()


def test_why_there_is_no_picture_is_told(train: TrainWorkspace, workbench: Workbench) -> None:
    pictures = train.pictures
    pictures.choose("units")
    assert pictures.units.told.text() == "After the first step."
    workbench.document.load(edits.set_inputs(workbench.document.project, 5))
    stepped(train, 1)
    assert "5 inputs" in pictures.units.told.text()
    assert not pictures.units.layer_field.isVisible()
    for name in ("weights", "misread"):
        pictures.choose(name)
        pictures.finish_drawing()
        view = pictures.weights if name == "weights" else pictures.misread
        assert "no images" in view.told.text()
    pictures.choose("function")
    assert "5 inputs" in pictures.function._instead


def test_first_weights_are_images_of_their_units(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    digits(train, workbench, "weights", 5)
    view = train.pictures.weights
    assert isinstance(view.picture, WeightImages)
    assert len(view.grid.canvas.tiles) == 32
    canvas = view.grid.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.accessibleDescription().startswith("unit 32: weights from −")
    assert view.scale._low == -view.scale._high


def test_misread_images_say_what_they_were_taken_for(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    digits(train, workbench, "misread", 4)
    view = train.pictures.misread
    moment = train.session.moment
    assert moment is not None
    wanted = misread_images(train.session.project, moment.parameters)
    assert isinstance(wanted, Misread)
    assert wanted.misread > 0
    assert f"{wanted.misread} of 256" in view.told.text()
    first = view.grid.canvas.tiles[0]
    assert first.caption == f"read {wanted.read[0]}, is {wanted.true[0]}"
    canvas = view.grid.canvas
    qtbot.mouseMove(canvas, canvas.tile_rect(0).center().toPoint())
    assert f"image {wanted.numbers[0]}: read as {wanted.read[0]}" in canvas.accessibleDescription()


def test_pictures_speak_both_languages_and_wear_both_themes(
    train: TrainWorkspace, workbench: Workbench, either_language: str
) -> None:
    digits(train, workbench, "misread", 2)
    for theme in ("light", "dark"):
        workbench.settings.set_theme(theme)
        for name in ("weights", "misread", "units"):
            train.pictures.choose(name)
            train.pictures.finish_drawing()
            view = getattr(train.pictures, name)
            assert not view.grab().isNull()
            for text in (train.pictures.chooser.currentText(), view.told.text()):
                hangul = any("가" <= letter <= "힣" for letter in text)
                assert not text or hangul == (either_language == "ko"), text
