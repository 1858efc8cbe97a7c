"""Claims about the table of typed samples."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.viewmodels.builder.conftest import Builder, refusal_of


def rows(builder: Builder) -> list[list[float]]:
    data = builder.project.data
    assert data.inputs is not None
    assert data.targets is not None
    return [[*x, *y] for x, y in zip(data.inputs, data.targets, strict=True)]


def test_inputs_come_first_then_targets(mazur: Builder) -> None:
    across = Qt.Orientation.Horizontal
    headers = [mazur.samples.headerData(column, across) for column in range(4)]
    assert headers == ["x₁", "x₂", "y₁", "y₂"]
    assert mazur.samples.headerData(2, across, Qt.ItemDataRole.ToolTipRole) == "target 1"
    assert [mazur.samples.index(0, column).data() for column in range(4)] == [
        "0.05",
        "0.1",
        "0.01",
        "0.99",
    ]


def test_a_typed_number_reaches_the_project_and_can_be_undone(mazur: Builder) -> None:
    assert mazur.samples.setData(mazur.samples.index(0, 2), "0.5")
    assert rows(mazur) == [[0.05, 0.1, 0.5, 0.99]]
    mazur.undo_all()
    assert rows(mazur) == [[0.05, 0.1, 0.01, 0.99]]
    assert mazur.samples.index(0, 2).data() == "0.01"


def test_samples_are_added_and_deleted_but_the_last_stays(mazur: Builder) -> None:
    mazur.samples.add_sample()
    mazur.samples.add_sample()
    assert mazur.samples.rowCount() == 3
    mazur.samples.delete_samples([0, 2])
    assert mazur.samples.rowCount() == 1
    mazur.samples.delete_samples([0])
    assert mazur.samples.rowCount() == 1
    problem = mazur.editor.problem("samples")
    assert problem is not None
    assert "at least one row" in problem.reason


def test_rows_pasted_below_the_last_add_samples(mazur: Builder) -> None:
    assert mazur.samples.paste(0, 0, "1\t2\t0\t1\n3\t4\t1\t0\n5\t6\t0\t0")
    assert rows(mazur) == [[1, 2, 0, 1], [3, 4, 1, 0], [5, 6, 0, 0]]
    assert mazur.undo_all() == 1


def test_half_a_row_below_the_last_is_refused(mazur: Builder) -> None:
    before = mazur.project
    assert not mazur.samples.paste(0, 0, "1\t2\n3\t4")
    refusal = refusal_of(mazur.samples)
    assert refusal is not None
    assert "all 4 columns" in refusal[1].reason
    assert mazur.project is before


def test_targets_that_the_cost_cannot_read_are_refused_at_their_cell(builder: Builder) -> None:
    builder.data.choose_data("iris")
    builder.data.choose_cost("cross_entropy")
    builder.data.adapt_output_to_cost()
    builder.data.choose_data("inline")
    before = builder.project
    first_target = builder.document.project.network.inputs
    index = builder.samples.index(0, first_target)
    assert not builder.samples.setData(index, "0.4")
    assert builder.project is before
    assert index.data() == "0.4"
    refusal = refusal_of(builder.samples)
    assert refusal is not None
    assert "1" in refusal[1].reason


def test_targets_that_must_sum_to_one_change_when_both_cells_are_typed(builder: Builder) -> None:
    builder.data.choose_data("iris")
    builder.data.choose_cost("cross_entropy")
    builder.data.adapt_output_to_cost()
    builder.data.choose_data("inline")
    steps = builder.document.undo_stack.index()
    first = builder.document.project.network.inputs
    assert rows(builder)[0][first:] == [1, 0, 0]
    assert not builder.samples.setData(builder.samples.index(0, first), "0.25")
    assert builder.samples.setData(builder.samples.index(0, first + 2), "0.75")
    assert rows(builder)[0][first:] == [0.25, 0, 0.75]
    assert refusal_of(builder.samples) is None
    assert builder.document.undo_stack.index() == steps + 1


def test_other_data_have_no_table(builder: Builder) -> None:
    assert not builder.samples.active
    assert builder.samples.rowCount() == 0
    builder.data.choose_data("inline")
    assert builder.samples.rowCount() == builder.data.samples() == 64
