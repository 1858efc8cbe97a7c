"""The parts of the grid: setup, scale, small pictures, order, headings, memory, tables, words."""

from __future__ import annotations

import csv
import io
import math
import threading

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gradsim.engine.ensembles import spread_of
from gradsim.engine.options import Choice
from gradsim.project.presets import preset
from gradsim.project.sweeps import Cell, measure_cell
from gradsim.viewmodels.compare.grid.axes import INITIALIZER_NAMES, Place
from gradsim.viewmodels.compare.grid.cause import GridCause
from gradsim.viewmodels.compare.grid.cell_table import cell_readout, cell_table
from gradsim.viewmodels.compare.grid.faces import median_of
from gradsim.viewmodels.compare.grid.filling import Answer, Filling, Task
from gradsim.viewmodels.compare.grid.labels import column_heading, lines_for, row_heading
from gradsim.viewmodels.compare.grid.scale import TICKS, decades_at, shade
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.compare.grid.sorting import Sorting, ordered
from gradsim.viewmodels.compare.grid.sparks import LEAST_DECADES, MOST_POINTS, spark_of
from gradsim.viewmodels.compare.grid.store import CellKey, Store, bytes_of
from gradsim.viewmodels.compare.grid.tables import HEADINGS, grid_table
from gradsim.viewmodels.compare.grid.wording import progress_text, worst_text
from gradsim.viewmodels.gradients.attribution import attribution_of
from gradsim.viewmodels.settings import Settings
from tests.viewmodels.compare.grid.grid_desk import desk
from tests.viewmodels.gradients.desk import past_zeros, result_of

DEEP = preset("ten_sigmoid_layers")
TANH = Cell(Choice.of("tanh"), Choice.of("glorot_normal"))


def test_the_setup_is_remembered_and_nonsense_is_not(settings: Settings) -> None:
    first = GridSetup(settings)
    first.choose_activations(["relu", "tanh"])
    first.set_gain("orthogonal", None)
    first.set_gain("he_normal", 1.25)
    first.set_number("depth", 5000)
    again = GridSetup(settings)
    assert again.activations == ("tanh", "relu")
    assert again.gain("orthogonal") is None
    assert again.gain("he_normal") == 1.25
    assert again.depth == 1000
    settings.set_text(
        "compare_grid",
        '{"activations": ["softmax", "x", 3], "depth": -4, "seeds": true, '
        '"gains": {"normal": "a", "uniform": -1}}',
    )
    odd = GridSetup(settings)
    assert odd.activations == ()
    assert (odd.depth, odd.seeds) == (20, 20)
    assert odd.gain("normal") == 1.0
    for text in ("[1]", "{", "null"):
        settings.set_text("compare_grid", text)
        assert GridSetup(settings).depth == 20


@pytest.fixture
def settings(tmp_path: object) -> Settings:
    return Settings(QSettings(f"{tmp_path}/s.ini", QSettings.Format.IniFormat))


def test_the_scale_is_odd_and_grows_without_end() -> None:
    places = [shade(tick) for tick in TICKS]
    assert places == sorted(places)
    assert places == [-place for place in reversed(places)]
    assert (shade(-math.inf), shade(0.0), shade(math.inf)) == (-1.0, 0.0, 1.0)
    assert math.isnan(shade(math.nan))


@pytest.mark.parametrize("decades", [-100.0, -10.0, -0.1, 0.0, 0.1, 3.0, 100.0])
def test_the_decades_of_a_place_on_the_scale_are_those_shown_there(decades: float) -> None:
    assert decades_at(shade(decades)) == pytest.approx(decades, rel=1e-12)
    assert math.copysign(1.0, decades_at(-1.0)) == -1.0


@pytest.mark.parametrize("depth", [1, 2, 30, 1000])
def test_a_small_picture_keeps_both_ends_and_its_proportions(depth: int) -> None:
    values = np.linspace(-30.0, 0.0, depth) + np.array([[-1.0], [0.0], [1.0]])
    spark = spark_of(spread_of(values))
    assert len(spark.x) == min(depth, MOST_POINTS)
    assert spark.x[0] == (0.0 if depth > 1 else 0.5)
    if depth > 1:
        assert spark.x[-1] == 1.0
        assert spark.low.min() == pytest.approx(0.0)
        assert spark.high.max() == pytest.approx(1.0)
    assert (spark.low <= spark.median).all()


def test_a_level_profile_looks_level() -> None:
    spark = spark_of(spread_of(np.array([[0.0, 0.1, 0.0, 0.1]])))
    assert np.ptp(spark.median) == pytest.approx(0.1 / LEAST_DECADES)


def test_what_is_zero_or_lost_leaves_a_gap() -> None:
    spark = spark_of(spread_of(np.array([[-np.inf, np.nan, -2.0, -1.0]])))
    assert np.isnan(spark.median).tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    "ratios",
    [[1.0], [1.0, 2.5], [0.1, 0.2, 0.7], [np.nan, 3.0, 1.0], [-np.inf, 1.0], [np.nan]],
)
def test_the_quick_median_is_that_of_the_spread(ratios: list[float]) -> None:
    values = np.array(ratios)
    expected = float(spread_of(values.reshape(-1, 1)).median[0])
    np.testing.assert_equal(median_of(values), expected)


def test_rows_sort_by_one_column_or_by_their_middle() -> None:
    table = {("a", "x"): -3.0, ("b", "x"): 2.0, ("c", "x"): math.nan, ("d", "x"): -1.0,
             ("a", "y"): 9.0, ("b", "y"): 2.0, ("c", "y"): math.nan, ("d", "y"): 0.0}  # fmt: skip

    def order(sorting: Sorting) -> str:
        return "".join(
            ordered("dbca", sorting, str, lambda name, other: table[name, other], ("x", "y"))
        )

    assert order(Sorting()) == "dbca"
    assert order(Sorting("name")) == "abcd"
    assert order(Sorting("decades", "x")) == "adbc"
    assert order(Sorting("size", "x")) == "dbac"
    assert order(Sorting("decades")) == "adbc"
    assert order(Sorting("decades", "gone")) == order(Sorting("decades"))


def test_clicks_on_a_heading_go_round() -> None:
    sorting = Sorting("name")
    modes = []
    for _ in range(4):
        sorting = sorting.next_by("x")
        modes.append(sorting.mode)
    assert modes == ["decades", "size", "listed", "decades"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("initializer", INITIALIZER_NAMES)
def test_every_heading_fits_into_the_least_width_in_two_lines(initializer: str) -> None:
    """39 pixels at about 4.9 a letter of the small font."""
    lines = lines_for(column_heading(initializer, 1.0), 39.0, lambda text: 4.9 * len(text), 2)
    assert 1 <= len(lines) <= 2
    assert max(4.9 * len(line) for line in lines) <= 39.2, lines


@pytest.mark.usefixtures("qapp")
def test_wide_headings_are_not_shortened() -> None:
    heading = column_heading("orthogonal", None)
    assert lines_for(heading, 200.0, len, 2) == ("Orthogonal",)
    assert heading.note
    assert column_heading("zeros", 2.0).note == ""
    assert row_heading("silu").name == "SiLU (swish)"


def test_the_store_forgets_the_oldest_within_its_bytes() -> None:
    results = [measure_cell(DEEP, TANH, 2) for _ in range(3)]
    size = bytes_of(results[0])
    store = Store(most_bytes=2 * size + 10)
    keys = [CellKey(1, None, n, Choice.of("tanh"), Choice.of("zeros")) for n in range(3)]
    for key, result in zip(keys[:2], results[:2], strict=True):
        store.put(key, result)
    assert results[0].verdict is not None
    store.put_verdict(keys[0], ("delta", "l2"), results[0].verdict)
    assert store.result(keys[0]) is results[0]
    store.put(keys[2], results[2])
    assert store.result(keys[1]) is None, "used longest ago"
    assert store.held_bytes == 2 * size
    store.drop(keys[0])
    assert store.verdict(keys[0], ("delta", "l2")) is None


def test_equal_projects_share_their_number() -> None:
    store = Store()
    assert store.number_of(DEEP) == store.number_of(preset("ten_sigmoid_layers"))
    assert store.number_of(DEEP) != store.number_of(preset("first_look"))


def test_tasks_that_both_ask_for_go_on_and_others_are_dropped(qtbot: QtBot) -> None:
    filling = Filling(threads=1)
    answers: list[Answer] = []
    filling.arrived.connect(answers.extend)
    ran: list[str] = []

    def task(name: str) -> Task:
        def work(cancelled: object) -> str:
            ran.append(name)
            return name.upper()

        return Task(name, work)

    with qtbot.waitSignal(filling.ended, timeout=5000):
        filling.fill([task(name) for name in "abc"])
        filling.fill([task(name) for name in "cd"])
    filling.shut_down()
    told = [answer.key for answer in answers]
    assert set(told) >= {"c", "d"}
    assert len(told) == len(set(told))
    assert ran.count("c") == 1


def test_what_somebody_looks_at_comes_next(qtbot: QtBot) -> None:
    filling = Filling(threads=1)
    begun, go = threading.Event(), threading.Event()
    ran: list[str] = []

    def task(name: str) -> Task:
        def work(cancelled: object) -> None:
            begun.set()
            go.wait(5)
            ran.append(name)

        return Task(name, work)

    with qtbot.waitSignal(filling.ended, timeout=5000):
        filling.fill([task(name) for name in "abcd"])
        assert begun.wait(5)
        filling.hurry("d")
        filling.hurry("gone")
        go.set()
    filling.shut_down()
    assert ran == ["a", "d", "b", "c"]


def test_an_error_is_an_answer_and_the_rest_goes_on(qtbot: QtBot) -> None:
    filling = Filling(threads=2)
    answers: list[Answer] = []
    filling.arrived.connect(answers.extend)

    def fail(cancelled: object) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(filling.ended, timeout=5000):
        filling.fill([Task(1, fail), Task(2, lambda cancelled: "fine")])
    filling.shut_down()
    found = {answer.key: answer for answer in answers}
    assert isinstance(found[1].error, ValueError)
    assert found[2].value == "fine"


@pytest.mark.usefixtures("qapp")
def test_the_bars_of_why_add_up_to_the_middle_draws_decades() -> None:
    result = measure_cell(DEEP, Cell(Choice.of("sigmoid"), Choice.of("lecun_normal")), 5)
    assert result.ratios is not None
    cause = GridCause()
    for quantity in ("weight_gradient", "bias_gradient", "activation_gradient"):
        cause.ask((result, None, quantity, "l2"))
        cause.finish()
        bars = cause.attribution(1000)
        assert bars is not None
        ratios = np.sort(result.ratios[quantity, "l2"])
        assert bars.total == pytest.approx(float(ratios[2]), abs=1e-9)
        assert "Layer" in worst_text(bars)
    cause.ask((result, None, "delta", "l2"))
    cause.finish()
    bars = cause.attribution(1000)
    assert bars is not None
    assert {each.name for each in bars.causes} == {"activation", "weights"}
    assert "activations" in worst_text(bars)
    cause.shut_down()


def test_why_names_no_part_where_a_gradient_comes_past_weights_of_zeros() -> None:
    bars = attribution_of(result_of(past_zeros()).measurement, "delta")
    assert "nothing adds up" not in worst_text(bars)
    lost = replace(bars, changes=np.array([-9.0, 0.0, 0.0, 0.0]))
    assert worst_text(lost).startswith("Layer 1 changes the gradient most: −9.00 decades. By what")


@pytest.mark.usefixtures("qapp")
def test_the_table_of_the_grid_loses_no_digit() -> None:
    with desk() as at:
        at.view.setup.choose_initializers(("zeros", "he_normal"))
        at.measure()
        rows = list(csv.DictReader(io.StringIO(grid_table(at.view).csv_text())))
        assert tuple(rows[0]) == HEADINGS
        assert len(rows) == 6
        for row in rows:
            place = Place(row["activation"], row["initializer"])
            spread = at.view.spread(place)
            assert spread is not None
            if row["median_decades"]:
                assert float(row["median_decades"]) == spread.median[0]
            else:
                assert math.isnan(spread.median[0])
            assert row["sample"] == "batch"
            assert row["verdict"]


@pytest.mark.usefixtures("qapp")
def test_a_cells_profile_is_read_and_copied_layer_by_layer() -> None:
    spread = spread_of(np.array([[-np.inf, -300.5, np.nan], [-np.inf, -300.0, np.nan]]))
    assert "0" in cell_readout(spread, 0)[0]
    assert "10⁻³⁰¹" in cell_readout(spread, 1)[0]
    assert any("lost: 2" in line for line in cell_readout(spread, 2))
    table = cell_table(spread)
    assert [row[1] for row in table.rows] == [-math.inf, -300.25, None]
    assert cell_table(None).rows == ()


@pytest.mark.usefixtures("qapp")
def test_no_one_is_told_a_time_that_is_not_known() -> None:
    assert "left" not in progress_text(3, 120, None, stopped=False)
    assert progress_text(37, 120, 11.2, stopped=False) == "37 of 120 · about 12 s left"
    assert "stopped" in progress_text(37, 120, 11.2, stopped=True)
    assert progress_text(120, 120, None, stopped=False) == "120 cells"
