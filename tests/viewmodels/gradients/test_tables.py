"""Tables: nothing is rounded on its way to a file or the clipboard."""

from __future__ import annotations

import csv
import io

from gradsim.engine.options import Choice
from gradsim.viewmodels.gradients.profile_table import statistics_table
from gradsim.viewmodels.gradients.statistics_model import StatisticsModel, short_text
from gradsim.viewmodels.gradients.tables import Table
from tests.viewmodels.gradients.desk import deep, result_of


def test_csv_keeps_every_float_and_quotes_commas() -> None:
    table = Table(("run, name", "x"), (("a", 1e-300), (None, 0.1 + 0.2), ('b"', 3)))
    rows = list(csv.reader(io.StringIO(table.csv_text())))
    assert rows[0] == ["run, name", "x"]
    assert float(rows[1][1]) == 1e-300
    assert float(rows[2][1]) == 0.1 + 0.2
    assert rows[2][0] == ""
    assert rows[3] == ['b"', "3"]


def test_the_clipboard_gets_tabs() -> None:
    assert Table(("a", "b"), ((1, 2.5),)).clipboard_text() == "a\tb\n1\t2.5\n"


def test_statistics_hold_a_row_per_layer_and_read_back_exactly() -> None:
    measurement = result_of(deep(4)).measurement
    table = statistics_table(measurement)
    assert len(table.rows) == 4
    column = table.headings.index("‖∂C/∂W‖")
    for row, layer in zip(table.rows, measurement.layers, strict=True):
        assert float(str(row[column])) == float(layer.weight_gradient.value("l2"))
    assert "state of δ" in table.headings
    assert all(len(row) == len(table.headings) for row in table.rows)


def test_statistics_name_zeros_and_go_beyond_floats() -> None:
    zero = statistics_table(result_of(deep(3, weights=Choice.of("zeros"))).measurement)
    column = zero.headings.index("state of δ")
    assert [row[column] for row in zero.rows] == ["zero", "zero", "ok"]
    tiny = statistics_table(result_of(deep(600, 3, "sigmoid")).measurement)
    text = str(tiny.rows[0][tiny.headings.index("‖δ‖")])
    assert int(text.partition("e")[2]) < -324
    assert "10⁻" in short_text(text)


def test_the_model_shows_four_figures_and_keeps_the_rest_in_the_tool_tip() -> None:
    from PySide6.QtCore import Qt

    model = StatisticsModel()
    model.show_table(Table(("a",), ((0.123456789,), (None,))))
    assert model.data(model.index(0, 0)) == "0.1235"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "0.123456789"
    assert model.data(model.index(1, 0)) == "–"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "a"
