"""The lenses by mouse and by key: chosen, read, chosen from, exported, and in both languages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project.model import Project
from gradsim.ui.gradients.lenses.cumulative import CumulativeLens
from gradsim.ui.gradients.lenses.entries import LENSES
from gradsim.ui.gradients.lenses.lens import PlotLens
from gradsim.ui.gradients.lenses.panel import LensPanel
from gradsim.ui.gradients.lenses.precision import PrecisionLens
from gradsim.ui.gradients.lenses.singular import SingularLens
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.line_samples import LegendSample
from gradsim.ui.plots.pictures import Picture
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.plot_menu import PlotMenu
from gradsim.ui.plots.running_plot import TOTAL
from gradsim.ui.plots.spread_bars import paint_isometry_sample, paint_spread_sample
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from tests.ui.dressing import undressed
from tests.ui.gradients.conftest import open_project
from tests.ui.test_accessibility import controls, nameless
from tests.viewmodels.gradients.desk import deep, past_zeros

NAMES = [entry.name for entry in LENSES]
HANGUL = range(0xAC00, 0xD7A4)


@pytest.fixture
def panel(workspace: GradientsWorkspace) -> LensPanel:
    return workspace.attribution_panel


@pytest.fixture
def show(bench: Workbench, panel: LensPanel) -> Callable[[str, Project], PlotLens]:
    """Open a project, then a lens, and wait for its numbers."""

    def shown(name: str, project: Project) -> PlotLens:
        open_project(bench, project)
        panel.open_lens(name)
        panel.finish_drawing()
        QApplication.processEvents()
        lens = panel.lens
        assert isinstance(lens, PlotLens)
        return lens

    return shown


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, lens: SingularLens | PrecisionLens) -> None:
    qtbot.waitUntil(lambda: lens.model.job.current, timeout=20_000)


def test_the_chooser_turns_to_each_lens_by_mouse_and_it_is_remembered(
    panel: LensPanel, bench: Workbench, qtbot: QtBot
) -> None:
    assert panel.name == "parts"
    for name in (*NAMES[1:], NAMES[0]):
        click(qtbot, panel.chooser.button(name))
        assert panel.name == name
        assert panel.lens.isVisible()
        assert bench.settings.text("gradient_lens") == name


def test_the_arrow_keys_move_within_the_chooser(panel: LensPanel, qtbot: QtBot) -> None:
    panel.chooser.button("parts").setFocus()
    qtbot.keyClick(panel.chooser.button("parts"), Qt.Key.Key_Right)
    assert panel.name == "cumulative"


def test_alt_and_a_number_turn_to_a_lens_from_anywhere(
    workspace: GradientsWorkspace, panel: LensPanel, qtbot: QtBot
) -> None:
    workspace.activateWindow()
    workspace.profile_panel.profile.plot.setFocus()
    for number, name in enumerate(NAMES, start=1):
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(workspace, key, Qt.KeyboardModifier.AltModifier)
        assert panel.name == name


def test_the_lens_of_the_last_time_is_shown_at_once(bench: Workbench, qtbot: QtBot) -> None:
    bench.settings.set_text("gradient_lens", "precision")
    with undressed():
        made = GradientsWorkspace(bench)
    qtbot.addWidget(made)
    assert isinstance(made.attribution_panel.lens, PrecisionLens)
    assert made.attribution_panel.chooser.button("precision").isChecked()
    bench.settings.set_text("gradient_lens", "no such lens")
    other = GradientsWorkspace(bench)
    qtbot.addWidget(other)
    assert other.attribution_panel.name == "parts"


def test_the_parts_name_the_worst_layer_and_part(panel: LensPanel) -> None:
    text = panel.parts.said.text().replace("\u00a0", " ")
    shown = panel.parts.attribution.attribution
    assert shown is not None
    worst = int(np.nanargmin(shown.net)) + 1
    assert text.startswith(f"Layer {worst} takes most: ")
    assert "Of the parts most: activations f′(z), −" in text


def test_the_cumulative_lens_ends_at_the_sum_of_the_bars(
    show: Callable[[str, Project], PlotLens], panel: LensPanel, qtbot: QtBot
) -> None:
    lens = show("cumulative", deep(8, 16, "sigmoid", samples=32))
    assert isinstance(lens, CumulativeLens)
    assert lens.running is not None
    bars = panel.parts.attribution.attribution
    assert bars is not None
    assert lens.running.total[0] == pytest.approx(bars.total, abs=1e-12)
    assert f"together {bars.total:.2f}".replace("-", "−") in lens.legend.text()
    lens.plot.setFocus()
    qtbot.keyClick(lens.plot, Qt.Key.Key_Home)
    lines = lens.plot.reading.readout.text().splitlines()
    assert lines[0] == "down to layer 1, in decades"
    assert lines[-1].startswith(f"{bars.total:.4f}".replace("-", "−"))
    assert len(lines) == 2 + len(bars.causes)


def test_the_sum_goes_on_past_weights_of_zeros_and_the_gradient_is_not_called_0(
    show: Callable[[str, Project], PlotLens], panel: LensPanel
) -> None:
    lens = show("cumulative", past_zeros())
    assert isinstance(lens, CumulativeLens)
    assert "the sum ends at" in lens.said.text()
    assert "At layer 1 it cannot be told what each part did" in lens.said.text()
    assert "0 or no number" not in lens.said.text()
    bars = panel.parts.attribution
    assert "not all of it told apart" in bars.legend.text()
    assert "no sum" not in bars.legend.text()
    table = bars.plot.table()
    weights, whole = table.headings.index("weights W"), table.headings.index("sum")
    assert math.isnan(table.rows[0][weights])
    assert math.isfinite(table.rows[0][whole])


@pytest.mark.parametrize("name", NAMES[1:])
def test_enter_selects_the_layer_under_the_cursor(
    name: str, show: Callable[[str, Project], PlotLens], bench: Workbench, qtbot: QtBot
) -> None:
    plot = show(name, deep(6, 5, "tanh")).base_plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert bench.selection.layer_ids == (bench.document.project.layers[1].id,)
    plot.stop_chosen.emit(3)
    assert bench.selection.layer_ids == (bench.document.project.layers[3].id,)


def test_the_singular_values_of_layers_and_product_are_chosen_by_mouse_and_by_key(
    show: Callable[[str, Project], PlotLens], bench: Workbench, qtbot: QtBot
) -> None:
    bench.scope.choose(1)
    lens = show("singular", deep(8, 6, "tanh"))
    assert isinstance(lens, SingularLens)
    assert lens.drawn
    assert not lens.sample_field.isVisible()
    assert lens.note == "∂a⁽ˡ⁾/∂a⁽ˡ⁻¹⁾"
    click(qtbot, lens.choice.button("product"))
    assert lens.note == "∂a⁽⁸⁾/∂a⁽ˡ⁻¹⁾"
    lens.choice.button("product").setFocus()
    qtbot.keyClick(lens.choice.button("product"), Qt.Key.Key_Left)
    assert lens.model.matrices == "layers"
    assert "condition\u00a0number" in lens.said.text() or "condition number" in lens.said.text()


def test_in_the_batch_a_sample_is_asked_for(
    show: Callable[[str, Project], PlotLens], bench: Workbench, qtbot: QtBot
) -> None:
    lens = show("singular", deep(4, 6, "tanh", samples=9))
    assert isinstance(lens, SingularLens)
    assert lens.sample_field.isVisible()
    assert "A Jacobian is of one sample" in lens.said.text()
    before = lens.said.text()
    lens.sample_field.setFocus()
    qtbot.keyClick(lens.sample_field, Qt.Key.Key_Up)
    wait_for(qtbot, lens)
    assert lens.model.sample == 2
    assert lens.said.text() != before
    bench.scope.choose(4)
    qtbot.waitUntil(lambda: bench.simulation.current)
    wait_for(qtbot, lens)
    assert not lens.sample_field.isVisible()
    assert lens.model.sample == 4


def test_a_network_too_wide_says_so_in_place_of_the_plot(
    show: Callable[[str, Project], PlotLens],
) -> None:
    lens = show("singular", deep(2, 300, inputs=2, samples=1))
    assert not lens.drawn
    assert "up to 256 units; layer 1 has 300" in lens.message.text()
    assert show("singular", deep(2, 3)).drawn


@pytest.mark.parametrize("name", ["singular", "precision"])
def test_an_overflowing_network_is_told_and_crashes_nothing(
    name: str, show: Callable[[str, Project], PlotLens]
) -> None:
    lens = show(name, deep(3, 4, "selu", Choice.of("normal", std=1e200)))
    if name == "singular":
        assert lens.message.text().startswith("The forward pass overflowed in layer")
    else:
        assert isinstance(lens, PrecisionLens)
        assert lens.plot.gutter_labels
    lens.grab()


def test_zeros_stand_in_a_gutter_of_their_own(show: Callable[[str, Project], PlotLens]) -> None:
    lens = show("singular", deep(4, 8, "relu", Choice.of("he_normal")))
    assert isinstance(lens, SingularLens)
    assert lens.plot.gutter_labels == ("some 0",)
    lens = show("singular", deep(4, 8, "tanh", Choice.of("constant", value=0.3)))
    assert isinstance(lens, SingularLens)
    assert lens.plot.gutter_labels == ("unresolved",)


def test_each_format_is_marked_where_it_loses_the_gradient(
    show: Callable[[str, Project], PlotLens], qtbot: QtBot
) -> None:
    lens = show("precision", deep(260, 4, "sigmoid"))
    assert isinstance(lens, PrecisionLens)
    lines = lens.model.lines()
    assert [drop.label for drop in lens.plot.drops] == ["float16", "float32"]
    assert [drop.x for drop in lens.plot.drops] == [line.lost_at for line in lines[:2]]
    assert f"float16: lost at layer {lines[0].lost_at}" in lens.legend.text()
    assert "no loss scaling" in lens.said.text()
    lens.plot.setFocus()
    qtbot.keyClick(lens.plot, Qt.Key.Key_Home)
    assert "float32  0, 100 % of δ lost" in lens.plot.reading.readout.text()
    show("precision", deep(3, 4, "tanh"))
    assert lens.plot.drops == ()


def test_a_hidden_lens_computes_nothing(
    show: Callable[[str, Project], PlotLens],
    panel: LensPanel,
    workspace: GradientsWorkspace,
    bench: Workbench,
    qtbot: QtBot,
) -> None:
    lens = show("precision", deep(4, 4, "tanh"))
    assert isinstance(lens, PrecisionLens)
    panel.open_lens("parts")
    open_project(bench, deep(5, 4, "tanh"))
    assert not lens.model.job.watched
    assert not lens.model.job.current
    panel.open_lens("precision")
    wait_for(qtbot, lens)
    exact = lens.model.exact()
    assert exact is not None
    assert exact.depth == 5
    workspace.hide()
    assert not lens.model.job.watched
    workspace.show()
    assert lens.model.job.watched


def test_a_lens_without_numbers_says_that_they_are_coming(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.simulation, "_result", None)
    with undressed():
        made = GradientsWorkspace(bench)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    for name in NAMES[1:]:
        made.attribution_panel.open_lens(name)
        lens = made.attribution_panel.lens
        assert isinstance(lens, PlotLens)
        assert lens.message.text() == "Computing…"
        assert not lens.drawn
    made.close()
    made.shut_down()


@pytest.mark.parametrize("name", NAMES[1:])
@pytest.mark.parametrize(
    "project",
    [
        deep(1, 1, "tanh", inputs=1),
        deep(3, 4, weights=Choice.of("zeros")),
        deep(1000, 2, "sigmoid"),
        deep(4, 5, "softplus", outputs=1),
    ],
    ids=["one unit", "zeros", "thousand layers", "one output"],
)
def test_every_size_can_be_drawn_and_saved_as_a_picture_and_as_numbers(
    name: str,
    project: Project,
    show: Callable[[str, Project], PlotLens],
    bench: Workbench,
) -> None:
    plot: Plot = show(name, project).base_plot
    menu = PlotMenu(plot)
    assert menu.save_csv.isEnabled()
    assert plot.table is not None
    table = plot.table()
    assert len(table.rows) == project.network.depth
    assert len(table.headings) == len(table.rows[0])
    picture = Picture(plot)
    assert len(plot.caption()) >= 2
    assert not QImage.fromData(picture.png()).isNull()
    assert b"<svg" in picture.svg()
    menu.close()


def test_a_picture_of_the_running_sums_has_the_sample_of_each_part_before_its_words(
    show: Callable[[str, Project], PlotLens],
) -> None:
    lens = show("cumulative", deep(8, 16, "sigmoid", samples=32))
    assert isinstance(lens, CumulativeLens)
    heading, *parts = lens.plot.caption()
    assert heading[0] is None
    assert ", ".join(text for _, text in parts) == lens.legend.text()
    assert lens.running is not None
    names = [*(part.name for part in lens.running.parts), TOTAL]
    samples = [style.painted for style, _ in parts if isinstance(style, LegendSample)]
    assert [paint.args for paint in samples if isinstance(paint, partial)] == [
        (name,) for name in names
    ]


@pytest.mark.parametrize(("matrices", "drawn"), [("layers", "⁽ˡ⁾"), ("product", "⁽⁸⁾")])
def test_a_picture_of_singular_values_names_the_matrices_drawn_and_no_other(
    matrices: str, drawn: str, show: Callable[[str, Project], PlotLens], bench: Workbench
) -> None:
    bench.scope.choose(1)
    lens = show("singular", deep(8, 6, "tanh"))
    assert isinstance(lens, SingularLens)
    lens.choice.button(matrices).click()
    (_, heading), *legend = lens.plot.caption()
    assert heading.endswith(f", sample 1, ∂a{drawn}/∂a⁽ˡ⁻¹⁾")
    assert "∂x" not in " ".join(Picture(lens.plot).words)
    assert [text for _, text in legend] == ["max, median, min", "isometry: 1"]
    samples = [style.painted for style, _ in legend if isinstance(style, LegendSample)]
    assert samples == [paint_spread_sample, paint_isometry_sample]


def test_a_picture_of_singular_values_in_the_batch_is_of_the_sample_chosen_alone(
    show: Callable[[str, Project], PlotLens], qtbot: QtBot
) -> None:
    lens = show("singular", deep(4, 6, "tanh", samples=9))
    assert isinstance(lens, SingularLens)
    lens.sample_field.setValue(3)
    wait_for(qtbot, lens)
    assert lens.plot.configuration()[-1] == "sample 3"
    assert not any("batch" in line for line in Picture(lens.plot).words)


@pytest.fixture
def korean(bench: Workbench) -> Iterator[None]:
    translation = Translation(bench.settings)
    bench.settings.set_language("ko")
    yield
    translation.remove()


@pytest.mark.usefixtures("korean")
@pytest.mark.parametrize("name", NAMES)
def test_every_lens_speaks_korean(
    name: str, workspace: GradientsWorkspace, panel: LensPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(
        workspace, Qt.Key(Qt.Key.Key_1 + NAMES.index(name)), Qt.KeyboardModifier.AltModifier
    )
    panel.finish_drawing()
    QApplication.sendEvent(panel.lens, QEvent(QEvent.Type.LanguageChange))
    said = panel.parts.said if name == "parts" else panel.lens.said
    assert any(ord(letter) in HANGUL for letter in said.text())
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            assert any(ord(letter) in HANGUL for letter in button.accessibleName()), button.text()
    plot = panel.parts.attribution.plot if name == "parts" else panel.lens.plot
    assert any(ord(letter) in HANGUL for letter in plot.accessibleName())


@pytest.mark.parametrize("name", NAMES)
def test_a_lens_fits_a_window_of_1280_by_720(
    name: str, workspace: GradientsWorkspace, panel: LensPanel
) -> None:
    panel.open_lens(name)
    panel.finish_drawing()
    assert workspace.minimumSizeHint().width() <= 930
    assert workspace.minimumSizeHint().height() <= 620


def test_the_note_gives_way_where_the_card_is_narrow(panel: LensPanel) -> None:
    panel.resize(480, 260)
    assert panel.note_label.isHidden()
    assert "‖∂C/∂W⁽¹⁾‖" in panel.note_label.text()
    panel.resize(1200, 260)
    assert not panel.note_label.isHidden()


@pytest.mark.parametrize("name", NAMES)
def test_every_control_of_a_lens_has_a_name_and_is_reached_by_tab(
    name: str, window: MainWindow, workbench: Workbench
) -> None:
    workbench.settings.set_text("gradient_lens", name)
    workbench.scope.choose(None)
    workbench.simulation.compute_now()
    window.open_workspace("gradients")
    window.finish_drawing()
    shown = window.workspaces.gradients
    assert shown is not None
    wanted = {
        control
        for control in controls(shown.attribution_panel)
        if not (isinstance(control, QAbstractButton) and not control.isChecked())
    }
    assert nameless(window) == []
    assert len(wanted) >= 2 + 2 * (name == "singular")
    shown.attribution_panel.chooser.button(name).setFocus()
    reached = set()
    for _ in range(60):
        reached.add(QApplication.focusWidget())
        window.focusNextPrevChild(True)
    assert wanted <= reached
