"""Claims about what is predicted along a path through layers with remedies."""

from __future__ import annotations

import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.viewmodels import words
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.predict.asking import is_shown, questions_before
from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, every_remedy

PROJECTS = {
    "train": every_remedy(LAYER),
    "evaluate": every_remedy(BATCH, mode="evaluate"),
}


@pytest.mark.parametrize("mode", PROJECTS)
@pytest.mark.parametrize(
    "address",
    ["w:1:2:1", "b:1:3", "w:2:1:2", "b:2:1", "w:3:2:3", "w:4:1:2", "γ:1:2", "β:2:1", "γ:3:3"],
)
def test_what_is_asked_can_be_computed_from_the_numbers_shown(mode: str, address: str) -> None:
    result = simulate(PROJECTS[mode], 1)
    paths = parameter_paths(result.forward, 1, ParameterAddress.parse(address))
    for path in range(min(4, len(paths.paths))):
        walk = walk_of(Lens.PARAMETER, result, paths, path)
        topics = set()
        for index, step in enumerate(walk.steps):
            for question in questions_before(walk, result, index, Form.VALUE, 3):
                topics.add(question.topic)
                wanted = step.value
                if question.topic is Topic.PRODUCT:
                    wanted = step.product
                elif question.topic is Topic.TOTAL:
                    wanted = Scaled.of(paths.total.mantissa, paths.total.exponent)
                else:
                    assert not is_shown(walk, result, index)
                assert question.right == wanted
                # A value is asked only where a formula of the shown numbers comes to it.
                assert question.form is Form.VALUE
        assert (Topic.TOTAL in topics) == (paths.paths_total > 1)
        assert {Topic.COST, Topic.PRODUCT} <= topics


def test_whole_layers_with_remedies_are_shown_as_before() -> None:
    result = simulate(PROJECTS["train"], 1)
    walk = walk_of(Lens.LAYER, result, None, 0)
    for index, step in enumerate(walk.steps):
        asked = questions_before(walk, result, index, Form.VALUE, 3)
        plain = result.project.network.layers[step.layer - 1].plain
        assert plain or not asked


def test_a_factor_of_a_remedy_is_passed_with_a_word(open_desk: OpenDesk) -> None:
    desk = open_desk(PROJECTS["train"])
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 1, 0))
    predictions = Predictions(desk.stepper, desk.settings)
    predictions.set_on(True)
    place = next(
        index
        for index, step in enumerate(desk.stepper.steps)
        if step.kind in (StepKind.RESIDUAL, StepKind.PAST)
        and not questions_before(desk.stepper.walk, desk.result, index, Form.VALUE, 3)
    )
    desk.stepper.reveal(place)
    desk.stepper.next()
    assert desk.stepper.position == place + 1
    assert predictions.notice is not None
    assert "shown and not asked" in words.text(predictions.notice)
    desk.stepper.back()
    assert predictions.notice is None
