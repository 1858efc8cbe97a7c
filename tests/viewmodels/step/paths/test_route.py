"""Claims about a written route: what fits, and what tells it apart from the strongest path."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.paths.route import Piece, Stop, abridged, route_of, stops_of
from tests.engine.networks import network_of, pass_of

NAMES = ("x₁", "a₁", "a₂", "a₃", "a₄", "a₅", "C")
FULL = ("x₁", "a₁⁽¹⁾", "a₂⁽²⁾", "a₃⁽³⁾", "a₄⁽⁴⁾", "a₅⁽⁵⁾", "C")


def other(at: int) -> tuple[Stop, ...]:
    """The route above, of which the strongest path has another unit at one place."""
    strongest = tuple("a₉" if index == at else name for index, name in enumerate(FULL))
    return stops_of(NAMES, FULL, strongest)


def room(letters: int) -> Callable[[Sequence[Piece]], bool]:
    return lambda pieces: len(text(pieces)) <= letters


def text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text.strip("\u200a") for piece in pieces)


def test_a_route_that_fits_is_written_whole_without_layers() -> None:
    assert text(abridged(other(3), room(99))) == "→".join(NAMES)


def test_the_strongest_path_keeps_its_ends_and_then_what_is_near_the_cost() -> None:
    strongest = stops_of(NAMES, FULL, FULL)
    assert text(abridged(strongest, room(6))) == "x₁→…→C"
    assert text(abridged(strongest, room(12))) == "x₁→…→a₄→a₅→C"


@pytest.mark.parametrize(
    ("letters", "written"), [(0, "…→a₃⁽³⁾→…"), (11, "…→a₃⁽³⁾→…→C"), (16, "x₁→…→a₃⁽³⁾→…→C")]
)
def test_what_differs_comes_before_the_ends(letters: int, written: str) -> None:
    assert text(abridged(other(3), room(letters))) == written


def test_a_name_that_is_counted_from_an_end_needs_no_layer() -> None:
    assert text(abridged(other(5), room(9))) == "x₁→…→a₅→C"


def test_only_the_quantity_that_differs_is_marked() -> None:
    for letters in (0, 13, 99):
        marked = [piece.text for piece in abridged(other(3), room(letters)) if piece.differs]
        assert len(marked) == 1
        assert marked[0].startswith("a₃")


def test_of_two_differences_the_one_nearer_to_the_cost_is_told_first() -> None:
    strongest = ("x₁", "a₁⁽¹⁾", "a₉", "a₃⁽³⁾", "a₉", "a₅⁽⁵⁾", "C")
    route = stops_of(NAMES, FULL, strongest)
    assert text(abridged(route, room(0))) == "…→a₄⁽⁴⁾→…"
    assert text(abridged(route, room(17))) == "…→a₂⁽²⁾→…→a₄⁽⁴⁾→…"


def test_a_route_of_thousands_of_names_is_measured_a_few_times_only() -> None:
    names = tuple(f"a{index}" for index in range(5000))
    route = stops_of(names, names, tuple(f"b{index}" for index in range(5000)))
    tries = []

    def fits(pieces: Sequence[Piece]) -> bool:
        tries.append(len(pieces))
        return True

    abridged(route, fits)
    assert len(tries) <= 60
    assert max(tries) < 300


@pytest.mark.parametrize("shortcut", [False, True])
def test_a_softmax_comes_in_at_one_unit_and_leaves_by_another(shortcut: bool) -> None:
    network = network_of(2, [3, 3], ["tanh", "softmax"], "cross_entropy")
    address = ParameterAddress("w", 1, 2, 1)
    found = parameter_paths(pass_of(network), 1, address, 9, shortcut=shortcut)
    routes = [route_of(address, path, network, shortcut=shortcut) for path in found.paths]
    assert len(set(routes)) == found.paths_total == (3 if shortcut else 9)
    for route in routes:
        assert route[:2] == ("x₁", "a₂⁽¹⁾")
        assert route[2][0] == "z"
        assert route[3:] == (("C",) if shortcut else (route[3], "C"))


def test_a_bias_begins_at_itself_and_follows_the_notation() -> None:
    network = network_of(2, [3, 2], "tanh")
    address = ParameterAddress("b", 1, 2, 0)
    (path, *_) = parameter_paths(pass_of(network), 1, address, 1).paths
    assert route_of(address, path, network)[0] == "b₂⁽¹⁾"
    with using(Notation("L", "brackets", 0, "denominator")):
        route = route_of(address, path, network)
    assert route[0].startswith("b₁")
    assert route[-1] == "L"
