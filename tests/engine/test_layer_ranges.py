"""Lists of layers read as ranges, under the numbers that the notation gives them."""

from __future__ import annotations

from gradsim.engine.layer_ranges import ranges_text


def test_runs_become_ranges_and_many_an_ellipsis() -> None:
    assert ranges_text([]) == ""
    assert ranges_text([4]) == "4"
    assert ranges_text((1, 3)) == "1, 3"
    assert ranges_text([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert ranges_text([1, 3, 5, 7, 9, 11]) == "1, 3, 5, …, 11"


def test_layers_are_called_what_the_notation_calls_them() -> None:
    assert ranges_text([1, 2, 3], lambda layer: layer - 1) == "0–2"
