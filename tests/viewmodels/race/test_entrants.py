"""Who is in the race: four at most, each once, under a number that stays."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from gradsim.engine import Problem
from gradsim.engine.initialization import TypedLayer
from gradsim.viewmodels.race.entrants import Entrants
from tests.viewmodels.gradients.desk import deep

PROJECTS = [deep(depth, 3) for depth in range(2, 8)]


@pytest.fixture
def entrants(qapp: object) -> Entrants:
    return Entrants()


def numbers(entrants: Entrants) -> list[int]:
    return [racer.number for racer in entrants.racers]


def test_a_number_that_becomes_free_is_given_again(entrants: Entrants) -> None:
    for project in PROJECTS[:3]:
        entrants.add(project)
    entrants.remove(2)
    assert numbers(entrants) == [1, 3]
    assert entrants.add(PROJECTS[3]).number == 2
    assert [len(each.project.layers) for each in entrants.racers] == [2, 5, 4]


def test_a_fifth_is_refused_in_words(entrants: Entrants) -> None:
    for project in PROJECTS[:4]:
        entrants.add(project)
    with pytest.raises(Problem, match="Four networks"):
        entrants.add(PROJECTS[4])
    assert numbers(entrants) == [1, 2, 3, 4]


def test_the_same_network_enters_once_whatever_its_title_and_seed(entrants: Entrants) -> None:
    entrants.add(PROJECTS[0])
    with pytest.raises(Problem, match="as racer 1"):
        entrants.add(replace(PROJECTS[0], title="another title", seed=99))
    typed = TypedLayer(np.eye(3), np.zeros(3))
    entrants.add(replace(PROJECTS[0], parameters=(typed, None)))
    assert numbers(entrants) == [1, 2], "typed numbers make it another one"


def test_of_many_those_enter_that_have_room_and_the_rest_is_told(
    entrants: Entrants, qtbot: QtBot
) -> None:
    entrants.add(PROJECTS[0])
    with qtbot.waitSignal(entrants.changed):
        entrants.enter(PROJECTS)
    assert numbers(entrants) == [1, 2, 3, 4]
    assert entrants.refused is not None
    entrants.remove(4)
    assert entrants.refused is None
    entrants.enter(PROJECTS[:2])
    assert numbers(entrants) == [1, 2, 3], "who is there already is no reason to complain"
    assert entrants.refused is None
    entrants.clear()
    assert entrants.racers == ()
