"""Tables are read in their usual dialects, and refused with their place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gradsim.engine.problems import Problem
from gradsim.project.own_data import Grid, LeftOut, Reason, numpy_arrays, read_grid, reading
from gradsim.project.own_data.samples import own_samples


def grid_of(tmp_path: Path, text: str | bytes, name: str = "t.csv") -> Grid:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_grid(path)


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c\n1,2,x\n3,4,y\n",
        "a;b;c\r\n1;2;x\r\n3;4;y\r\n",
        "a\tb\tc\n1\t2\tx\n3\t4\ty",
        "a b c\n1 2 x\n3 4 y\n",
        "\ufeffa,b,c\n1,2,x\n3,4,y\n",
        '\n\na,"b",c\n1,"2",x\n3,4,"y"\n',
    ],
)
def test_every_dialect_gives_the_same_cells(tmp_path: Path, text: str) -> None:
    grid = grid_of(tmp_path, text)
    assert grid.cells == (("a", "b", "c"), ("1", "2", "x"), ("3", "4", "y"))
    assert grid.header_likely
    columns = grid.columns(header=True)
    assert [column.name for column in columns] == ["a", "b", "c"]
    assert [column.numeric for column in columns] == [True, True, False]
    assert columns[2].classes == ("x", "y")


@pytest.mark.parametrize(
    "text",
    [
        "a;b;y\n1,5;2;-3,25\n0,5;4;1e3\n",
        "a\tb\ty\n1,5\t2\t-3,25\n0,5\t4\t1e3\n",
        '"a";"b";"y"\r\n"1,5";"2";"-3,25"\r\n0,5;4;1e3\r\n',
    ],
)
def test_decimal_commas_beside_semicolons_or_tabs_are_read(tmp_path: Path, text: str) -> None:
    grid = grid_of(tmp_path, text)
    own = own_samples(grid, (2,), header=True, standardize=False, classes=False)
    assert grid.header_likely
    assert grid.decimal_commas
    assert own.inputs.tolist() == [[1.5, 2.0], [0.5, 4.0]]
    assert own.targets.tolist() == [[-3.25], [1000.0]]


def test_words_with_commas_are_left_as_they_are(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "a;b\n1.5;red, blue\n2;x,1\n")
    assert not grid.decimal_commas
    assert grid.cells[1:] == (("1.5", "red, blue"), ("2", "x,1"))


def test_decimal_commas_and_points_in_one_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        grid_of(tmp_path, "a;b\n1;2\n1,5;2\n3;2.5\n")
    assert "(line 3: 1,5)" in refused.value.reason
    assert "(line 4: 2.5)" in refused.value.reason
    assert "Write a decimal point" in refused.value.reason


@pytest.mark.parametrize("cell", ["1,5", "1,234", "1,234.5"])
def test_a_quoted_number_with_a_comma_is_no_class_and_is_refused_with_a_hint(
    tmp_path: Path, cell: str
) -> None:
    grid = grid_of(tmp_path, f'a,y\n1,"{cell}"\n2,"3"\n')
    assert grid.columns(header=True)[1].numeric
    with pytest.raises(Problem, match=f"Line 2, column “y”: “{cell}” has a comma. Write a decimal"):
        own_samples(grid, (1,), header=True, standardize=False, classes=False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"2\n', 2),
        ('a,b\n1,"2\n3,4\n5,6\n', 2),
        ('\n"a,b\n1,2\n', 2),
        ('a,b\n"x\ny",1\n2,"3\n4,5\n', 4),
        ('a,b\n1,"2\n3,"4"\n5,"6"\n', 2),
        ('a "b\n1 2\n', 1),
        (f'"{"x" * 200_000}\n1,2\n', 1),
    ],
)
def test_a_quote_that_is_not_closed_is_told_with_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    with pytest.raises(Problem) as refused:
        grid_of(tmp_path, text)
    assert refused.value.reason == f'A quotation mark (") in line {line} of “t.csv” is not closed.'


def test_a_number_too_small_names_no_class_and_zeros_are_numbers(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "a,b\n0,1e-400\n0.00,2\n0e7,3\n")
    assert [column.numeric for column in grid.columns(header=True)] == [True, True]
    assert grid.numbers(0, header=True) is not None
    assert grid.numbers(1, header=True) is None


def test_infinity_names_no_class(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "a,b\n1,inf\n2,3\n")
    assert [column.numeric for column in grid.columns(header=True)] == [True, True]
    assert grid.columns(header=True)[1].classes == ()
    with pytest.raises(Problem, match="Line 2, column “b”: “inf” is no finite number"):
        own_samples(grid, (1,), header=True, standardize=False, classes=False)


def test_numbers_alone_have_no_header(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "1,2\n3,4\n")
    assert not grid.header_likely
    assert grid.names(header=False) == ("1", "2")
    assert grid.body(header=False) == grid.cells


def test_a_cell_knows_its_line(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "\n\na,b\n1,2\n3,4\n")
    assert grid.line(0, header=True) == 4
    assert grid.line(1, header=True) == 5


def test_empty_lines_and_ends_of_lines_in_quotes_count(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, 'a,"b\nc"\n1,2\n\n\n3,4\n')
    assert grid.cells == (("a", "b\nc"), ("1", "2"), ("3", "4"))
    assert [grid.line(row, header=True) for row in (0, 1)] == [3, 6]
    with pytest.raises(Problem, match="line 5 of"):
        grid_of(tmp_path, "1,2\n\n3,4\n\n5\n")


def test_a_separator_within_quotes_separates_nothing(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, '"size; in m","a ""b"" c"\n1,2\n')
    assert grid.cells[0] == ("size; in m", 'a "b" c')
    assert grid_of(tmp_path, '"first name" age\nann 5\n').cells[0] == ("first name", "age")


def test_digits_with_underscores_are_no_number(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "a,b\n1_000,1\n2,2\n")
    assert [column.numeric for column in grid.columns(header=True)] == [False, True]
    assert grid.numbers(0, header=True) is None


def test_arrays_give_columns(tmp_path: Path) -> None:
    x, y = np.array([[0.1, 2.0], [3.0, 4.5]]), np.array([0, 1])
    np.savez(tmp_path / "a.npz", x=x, y=y, other=np.zeros(5))
    grid = read_grid(tmp_path / "a.npz")
    assert grid.left_out == (LeftOut("other", Reason.ROWS),)
    assert grid.targets_likely == (2,)
    assert grid.header_likely
    assert grid.names(header=True) == ("x 1", "x 2", "y")
    assert grid.body(header=True) == (("0.1", "2.0", "0"), ("3.0", "4.5", "1"))
    np.save(tmp_path / "b.npy", x)
    alone = read_grid(tmp_path / "b.npy")
    assert alone.body(header=True)[1] == ("3.0", "4.5")
    assert alone.targets_likely == (1,)


def test_arrays_that_give_no_columns_are_named_with_the_reason(tmp_path: Path) -> None:
    np.savez(
        tmp_path / "a.npz",
        images=np.zeros((4, 2, 2)),
        x=np.zeros((4, 2)),
        y=np.eye(4),
        waves=np.zeros(4, complex),
        days=np.zeros(4, "datetime64[D]"),
        nothing=np.zeros((4, 0)),
        seed=np.array(7),
        short=np.zeros(3),
    )
    grid = read_grid(tmp_path / "a.npz")
    assert {each.array: each.reason for each in grid.left_out} == {
        "images": Reason.DIMENSIONS,
        "waves": Reason.KIND,
        "days": Reason.KIND,
        "nothing": Reason.EMPTY,
        "seed": Reason.SINGLE,
        "short": Reason.ROWS,
    }
    assert grid.targets_likely == (2, 3, 4, 5), "the whole of y, and no column of it is an input"


@pytest.mark.parametrize(("first", "second"), [("x", "y"), ("y", "x"), ("label", "image")])
def test_an_array_that_is_called_so_is_the_target(tmp_path: Path, first: str, second: str) -> None:
    np.savez(tmp_path / "a.npz", **{first: np.zeros((3, 2)), second: np.ones((3, 2))})
    grid = read_grid(tmp_path / "a.npz")
    assert grid.targets_likely == ((2, 3) if first == "x" else (0, 1))


@pytest.mark.parametrize(
    ("x", "y"), [(np.zeros((3, 2)), np.ones((4, 1))), (np.zeros((4, 8, 8)), np.ones((4, 2)))]
)
def test_of_one_array_that_is_left_of_several_no_column_is_proposed_as_target(
    tmp_path: Path, x: np.ndarray, y: np.ndarray
) -> None:
    np.savez(tmp_path / "a.npz", x=x, y=y)
    assert read_grid(tmp_path / "a.npz").targets_likely == ()


def test_a_file_of_images_or_complex_numbers_alone_says_what_it_holds(tmp_path: Path) -> None:
    np.save(tmp_path / "i.npy", np.zeros((4, 8, 8)))
    with pytest.raises(Problem, match="more than two dimensions"):
        read_grid(tmp_path / "i.npy")
    np.save(tmp_path / "c.npy", np.zeros((4, 2), complex))
    with pytest.raises(Problem, match="neither real numbers nor text"):
        read_grid(tmp_path / "c.npy")


def test_every_digit_of_an_array_survives(tmp_path: Path) -> None:
    numbers = np.array([[1e-300, 0.1 + 0.2], [np.pi, 5e-324]])
    np.save(tmp_path / "b.npy", numbers)
    cells = read_grid(tmp_path / "b.npy").body(header=True)
    np.testing.assert_array_equal(np.array(cells, dtype=float), numbers)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "t.csv", "holds no table"),
        (b"\n \n", "t.csv", "holds no table"),
        (b"\xff\xfe\x00", "t.csv", "no text in UTF-8"),
        (b"a\x00b", "t.csv", "holds no table"),
        (b"1,2\n3\n", "t.csv", "Cells in line 2 of “t.csv”: 1; in the first: 2"),
        (b"PK\x03\x04", "t.npz", "holds no table"),
        (b"text", "t.npy", "holds no table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, name: str, words: str) -> None:
    with pytest.raises(Problem) as refused:
        grid_of(tmp_path, content, name)
    assert words in str(refused.value)


def test_pickled_arrays_are_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "p.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(Problem, match="holds Python objects"):
        read_grid(tmp_path / "p.npy")


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAXIMUM_TYPED", 5)
    with pytest.raises(Problem, match="6 cells; at most 5"):
        grid_of(tmp_path, "1,2\n3,4\n5,6\n")
    monkeypatch.setattr(reading, "MAXIMUM_FILE_BYTES", 3)
    with pytest.raises(Problem, match="is larger than"):
        grid_of(tmp_path, "1,2\n")


def test_too_many_rows_are_told_as_rows_and_names_are_none_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAXIMUM_SAMPLES", 3)
    np.save(tmp_path / "t.npy", np.zeros((5, 2)))
    with pytest.raises(Problem, match="has 5 rows; at most 3 samples"):
        read_grid(tmp_path / "t.npy")
    with pytest.raises(Problem, match="has 5 rows; at most 3 samples"):
        grid_of(tmp_path, "a,b\n" + "1,2\n" * 5)
    with pytest.raises(Problem, match="has 5 rows; at most 3 samples"):
        grid_of(tmp_path, "1,2\n" * 5)
    assert len(grid_of(tmp_path, "a,b\n" + "1,2\n" * 3).body(header=True)) == 3
    monkeypatch.setattr(reading, "MAXIMUM_TYPED", 9)
    with pytest.raises(Problem, match="has 10 cells; at most 9"):
        read_grid(tmp_path / "t.npy")


def test_an_archive_that_unpacks_to_too_much_is_refused_for_its_size_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Object arrays.npz"
    np.savez_compressed(path, x=np.zeros((100, 10)))
    monkeypatch.setattr(numpy_arrays, "MAXIMUM_FILE_BYTES", 4000)
    assert path.stat().st_size < 4000
    with pytest.raises(Problem, match="is larger than"):
        read_grid(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read_grid(tmp_path / "lost.csv")


def test_the_columns_of_an_array_are_no_row_of_it(tmp_path: Path) -> None:
    table = np.arange(12.0).reshape(4, 3)
    np.save(tmp_path / "table.npy", table)
    grid = read_grid(tmp_path / "table.npy")
    assert grid.header_likely
    for header in (True, False):
        assert grid.body(header) == tuple(tuple(map(repr, row)) for row in table.tolist())
        assert grid.line(0, header) == 1


def test_names_without_a_row_below_are_names(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("height,kind\n", encoding="utf-8")
    assert read_grid(path).header_likely
    path.write_text("1,cat\n", encoding="utf-8")
    assert not read_grid(path).header_likely


@pytest.mark.parametrize(
    "header",
    [
        b"{'descr': '<f8', 'fortran_order': Fals], 'shape': (6, 2), }",
        b"{b'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
    ],
)
def test_a_damaged_array_is_no_table(tmp_path: Path, header: bytes) -> None:
    whole = b"\x93NUMPY\x01\x00\x76\x00" + header.ljust(117) + b"\n" + bytes(96)
    with pytest.raises(Problem, match="holds no table"):
        grid_of(tmp_path, whole, "t.npy")
