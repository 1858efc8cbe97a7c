"""The page "All paths" by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.edits import delete_layers
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.paths.paths_page import PathsPage
from gradsim.ui.translation import Translation
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.paths.table import BAR, CONTRIBUTION, ROUTE
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.stepper import Lens
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
FIRST = ParameterAddress("w", 1, 1, 1)
"""Mazur's w₁."""


@pytest.fixture
def page(window: MainWindow) -> PathsPage:
    """The page, opened in the window on the first-look project."""
    window.resize(1440, 900)
    study = window.workspaces.step.study
    study.open_page("paths")
    study.finish_drawing()
    shown = study.page
    assert isinstance(shown, PathsPage)
    return shown


@pytest.fixture
def korean(window: MainWindow) -> Iterator[None]:
    """The window in Korean."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    QApplication.processEvents()
    yield
    translation.remove()


def load(page: PathsPage, name: str, address: ParameterAddress | None = None) -> None:
    bench = page.tools.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    bench.stepper.finish()
    if address is not None:
        bench.stepper.choose_parameter(address)
    page.finish_drawing()


def column(page: PathsPage, which: int) -> list[str]:
    table = page.path_list.table
    return [str(table.index(row, which).data()) for row in range(table.rowCount())]


def sums(page: PathsPage) -> dict[str, str]:
    pairs = zip(page.sums.names, page.sums.values, strict=True)
    return {name.text(): value.text() for name, value in pairs if not name.isHidden()}


def row_center(page: PathsPage, row: int) -> QPoint:
    return page.path_list.visualRect(page.path_list.table.index(row, ROUTE)).center()


def lit_edges(window: MainWindow) -> set[tuple[int, int, int]]:
    return set(window.workspaces.step.diagram.model.highlights.edges)


def painted(page: PathsPage, row: int, ink: QColor) -> tuple[int, int]:
    """How many pixels of the bar are of `ink`, left of the middle line and right of it."""
    view = page.path_list.viewport()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    scale = view.devicePixelRatio()
    rect = page.path_list.visualRect(page.path_list.table.index(row, BAR))
    found = [0, 0]
    for y in range(rect.top() + 2, rect.bottom() - 1):
        for x in range(rect.left() + 2, rect.right() - 1):
            if abs(x - rect.center().x()) > 2:
                same = image.pixel(round(x * scale), round(y * scale)) == ink.rgb()
                found[x > rect.center().x()] += same
    return found[0], found[1]


@pytest.mark.usefixtures("either_language")
def test_a_click_on_a_row_walks_that_path_and_lights_it(
    window: MainWindow, page: PathsPage, qtbot: QtBot
) -> None:
    stepper = page.tools.workbench.stepper
    stepper.last()
    paths = stepper.paths
    assert paths is not None
    for row in (2, 0, 1):
        qtbot.mouseClick(page.path_list.viewport(), LEFT, pos=row_center(page, row))
        assert stepper.path_index == row
        stepper.last()
        unit, *_ = units = paths.paths[row].units
        assert len(units) == 2
        # w₂₁⁽³⁾, then into the unit of layer 4 that this path passes, then into the output.
        assert {(3, 2, 1), (4, unit, 2), (5, 1, unit)} <= lit_edges(window)
        others = {(4, path.units[0], 2) for path in paths.paths} - {(4, unit, 2)}
        assert not others & lit_edges(window)


@pytest.mark.usefixtures("either_language")
def test_arrow_keys_and_enter_walk_a_path(page: PathsPage, qtbot: QtBot) -> None:
    stepper = page.tools.workbench.stepper
    stepper.jump(2)
    page.path_list.setFocus()
    qtbot.keyClick(page.path_list, KEY.Key_Down)
    assert stepper.path_index == 0
    qtbot.keyClick(page.path_list, KEY.Key_Down)
    qtbot.keyClick(page.path_list, KEY.Key_Return)
    assert stepper.path_index == 2
    assert page.path_list.hasFocus()
    qtbot.keyClick(page.path_list, KEY.Key_Up)
    qtbot.keyClick(page.path_list, KEY.Key_Enter)
    assert stepper.path_index == 1


def test_the_list_and_the_sums_are_those_of_the_engine(page: PathsPage) -> None:
    load(page, "mazur", FIRST)
    bench = page.tools.workbench
    assert column(page, CONTRIBUTION) == ["?", "?"]
    assert set(sums(page).values()) == {"?"}
    bench.stepper.next()
    assert bench.stepper.result is not None
    found = parameter_paths(bench.stepper.result.forward, 1, FIRST, 10)
    assert column(page, CONTRIBUTION) == [
        numeral(Scaled.of(each.number.mantissa, each.number.exponent)) for each in found.paths
    ]
    assert column(page, CONTRIBUTION) == ["0.0006684", "−0.0002298"]
    told = sums(page)
    assert told["sum of all paths"] == told["backpropagation (δ recursion)"] == "0.00043856773"
    assert float(told["difference (rounding)"].replace("·10⁻²⁰", "e-20").replace("−", "-")) < 1e-15
    assert column(page, ROUTE) == ["x₁ → a₁⁽¹⁾ → a₁⁽²⁾ → C", "x₁ → a₁⁽¹⁾ → a₂⁽²⁾ → C"]


def test_the_factors_of_mazur_s_two_paths_are_the_published_ones(
    page: PathsPage, qtbot: QtBot
) -> None:
    load(page, "mazur", FIRST)
    stepper = page.tools.workbench.stepper
    # ∂E/∂out_o, out_o(1 − out_o), w, out_h1(1 − out_h1), i₁, and what they make at out_h1.
    published = (
        ((0.74136507, 0.186815602, 0.40, 0.241300709, 0.05), 0.055399425),
        ((-0.217071535, 0.175510053, 0.50, 0.241300709, 0.05), -0.019049119),
    )
    for row, (factors, at_hidden) in enumerate(published):
        qtbot.mouseClick(page.path_list.viewport(), LEFT, pos=row_center(page, row))
        stepper.last()
        values = [step.value.value for step in stepper.steps if step.value is not None]
        assert values == pytest.approx(factors, rel=1e-7)
        product = stepper.steps[2].product
        assert product is not None
        assert product.value == pytest.approx(at_hidden, rel=1e-7)
    # Mazur: ∂E_total/∂w₁ = 0.036350306 · 0.241300709 · 0.05 = 0.000438568.
    assert sums(page)["sum of all paths"] == "0.00043856773"


def test_opposite_paths_stand_on_opposite_sides_and_are_counted_up(page: PathsPage) -> None:
    load(page, "mazur", FIRST)
    page.tools.workbench.stepper.next()
    theme = page.tools.workbench.theme.theme
    left, right = painted(page, 0, theme.ink[0])
    assert left == 0
    assert right > 50
    text = page.cancel_label.text()
    assert page.cancel_label.isVisible()
    assert "Positive paths add 0.0006684, negative ones −0.0002298" in text
    assert "they leave 0.0004386: 51.2 % cancels" in text


def test_what_each_way_costs_is_told(page: PathsPage) -> None:
    load(page, "fifty_layers", FIRST)
    text = page.cost_label.text()
    assert "≈ 3.2·10⁹⁰ multiplications (≈ 3.2·10⁸⁸ paths × 100)" in text
    assert "By backpropagation: 203,905" in text
    assert "an algorithm and not just the chain rule" in text


def test_the_rest_of_a_deep_network_is_one_number(page: PathsPage) -> None:
    load(page, "fifty_layers")
    page.tools.workbench.stepper.next()
    told = sums(page)
    assert set(told) == {
        "the 10 listed paths",
        "the other ≈ 1.4·10⁴⁵ paths",
        "sum of all paths",
        "backpropagation (δ recursion)",
        "difference (rounding)",
    }
    assert told["sum of all paths"] == told["backpropagation (δ recursion)"]
    assert "the 10 listed paths" in told


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("name", ["first_look", "fifty_layers", "digits_classifier"])
def test_nothing_is_wider_than_the_page(
    window: MainWindow, page: PathsPage, qtbot: QtBot, name: str, size: tuple[int, int]
) -> None:
    load(page, name)
    page.tools.workbench.stepper.next()
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    page.finish_drawing()
    inner = page.scroll_area.widget()
    qtbot.waitUntil(lambda: inner.width() <= page.scroll_area.viewport().width())


def test_more_paths_are_listed_by_mouse_and_by_keyboard(page: PathsPage, qtbot: QtBot) -> None:
    load(page, "digits_classifier")
    stepper = page.tools.workbench.stepper
    assert page.path_list.table.rowCount() == 10
    box = page.count_box
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.waitUntil(lambda: page.path_list.table.rowCount() > 10)
    listed = page.path_list.table.rowCount()
    assert listed == stepper.options.path_count
    qtbot.mouseClick(box, LEFT)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(box.model().index(box.count() - 1, 0)).center()

    def picked() -> bool:
        # A list that has just opened takes no click for as long as a double click may last.
        qtbot.mouseMove(view.viewport(), last)
        qtbot.mouseClick(view.viewport(), LEFT, pos=last)
        return page.path_list.table.rowCount() == 100

    qtbot.waitUntil(picked)
    assert not any("other" in name for name in sums(page))
    box.hidePopup()


def test_a_batch_refuses_paths_with_a_sentence_and_a_way_out(page: PathsPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    bench.scope.choose(None)
    bench.simulation.compute_now()
    assert not page.path_list.isVisible()
    assert not page.sums.isVisible()
    assert not page.count_box.isVisible()
    assert "sample" in page.refusal_label.text()
    assert page.way_button.text() == "Look at sample 1"
    page.way_button.setFocus()
    qtbot.keyClick(page.way_button, KEY.Key_Space)
    bench.simulation.compute_now()
    assert page.path_list.isVisible()
    assert not page.refusal_label.isVisible()


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.FORWARD])
def test_another_lens_offers_a_weight(page: PathsPage, qtbot: QtBot, lens: Lens) -> None:
    stepper = page.tools.workbench.stepper
    stepper.choose_lens(lens)
    assert not page.path_list.isVisible()
    assert page.refusal_label.text()
    qtbot.mouseClick(page.way_button, LEFT)
    assert stepper.lens is Lens.PARAMETER
    assert page.path_list.isVisible()


def test_a_bias_has_paths_too_and_one_path_needs_no_list_of_others(page: PathsPage) -> None:
    load(page, "scalar_chain", ParameterAddress("b", 2, 1, 0))
    page.tools.workbench.stepper.next()
    assert column(page, ROUTE)[0].startswith("b⁽²⁾ → a⁽²⁾")
    assert page.open_label.text().startswith("Only one path leads to the cost")
    assert len(sums(page)) == 3
    assert not page.cancel_label.isVisible()


def test_a_deleted_layer_leaves_the_paths_of_another_walk(page: PathsPage) -> None:
    bench = page.tools.workbench
    bench.stepper.last()
    project = bench.document.project
    bench.document.edit(Message("Undo", "Change"), delete_layers(project, project.layer_ids[2]))
    bench.simulation.compute_now()
    page.finish_drawing()
    listing = page.path_list.table.listing
    assert listing is not None
    assert listing.paths_total == len(column(page, ROUTE))
    assert listing.agrees


def test_it_follows_the_notation(page: PathsPage) -> None:
    bench = page.tools.workbench
    bench.notation.choose("cost_letter", "L")
    bench.notation.choose("first_index", "0")
    page.finish_drawing()
    assert all(route.endswith("→ L") for route in column(page, ROUTE))
    assert column(page, ROUTE)[0].startswith("a₀⁽¹⁾")


@pytest.mark.usefixtures("korean")
def test_the_words_are_korean(page: PathsPage, qtbot: QtBot) -> None:
    load(page, "mazur", FIRST)
    page.tools.workbench.stepper.next()
    assert page.open_label.text() == "두 경로가 모두 열려 있습니다. 0인 인수가 없습니다."
    assert "51.2 % 상쇄됩니다" in page.cancel_label.text()
    assert "역전파로는 9번" in page.cost_label.text()
    assert "모든 경로의 합" in sums(page)
    qtbot.mouseClick(page.path_list.viewport(), LEFT, pos=row_center(page, 1))
    assert page.tools.workbench.stepper.path_index == 1
    page.path_list.setFocus()
    qtbot.keyClick(page.path_list, KEY.Key_Up)
    qtbot.keyClick(page.path_list, KEY.Key_Return)
    assert page.tools.workbench.stepper.path_index == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_has_a_name(
    window: MainWindow, page: PathsPage, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    wanted = "paths" if language == "en" else "경로"
    qtbot.waitUntil(lambda: wanted in page.open_label.text())
    assert nameless(window.workspaces.step.study) == []
    translation.remove()
