"""What the page says of zeros and copies where remedies are at work."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import gradients
from gradsim.engine.forward import forward
from gradsim.engine.options import Choice
from gradsim.engine.remedies.residual import Residual
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.symmetry.findings import (
    Findings,
    copy_sentences,
    findings,
    kill_sentences,
)
from gradsim.viewmodels.step.symmetry.table import row
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of

CONSTANT = Choice.of("constant", value=0.3)
OFF = Choice.of("constant", value=-50.0)


def changed(project: Project, number: int, **changes: object) -> Project:
    layers = list(project.network.layers)
    layers[number - 1] = replace(layers[number - 1], **changes)
    return replace(project, network=replace(project.network, layers=tuple(layers)))


def said(messages: tuple[Message, ...]) -> list[str]:
    return [words.text(each) for each in messages]


def found_in(open_desk: OpenDesk, project: Project) -> Findings:
    return findings(open_desk(project).result)


@pytest.mark.parametrize(
    "residual", [Residual(), Residual(form="pre")], ids=lambda each: str(each.form)
)
def test_zero_weights_kill_only_the_branch_of_a_residual_connection(
    open_desk: OpenDesk, residual: Residual
) -> None:
    project = changed(project_of(4, 4, 4, 4, 1), 2, weights=Choice("zeros"))
    desk = open_desk(changed(project, 2, residual=residual))
    assert gradients(desk.result.forward).weight(1).any()
    found = findings(desk.result)
    assert said(kill_sentences(found)) == [
        "W⁽²⁾ kills: it is 0, and nothing comes back through it. The way past layer 2 stays open."
    ]


def test_the_factor_that_nothing_goes_past_is_told_first(open_desk: OpenDesk) -> None:
    project = changed(project_of(4, 4, 4, 4, 1), 3, weights=Choice("zeros"), residual=Residual())
    found = found_in(open_desk, changed(project, 2, weights=Choice("zeros")))
    told = said(kill_sentences(found))
    assert (
        told[0]
        == "W⁽²⁾ kills: it is 0 and multiplies everything that goes on to layer 1 and below."
    )
    assert told[1].startswith("W⁽³⁾ kills: it is 0, and nothing comes back through it.")
    assert found.trunk_kill is not None
    assert found.trunk_kill.layer == 2


def test_a_dead_activation_is_passed_by_too(open_desk: OpenDesk) -> None:
    project = changed(project_of(4, 4, 4, 1), 2, activation=Choice("relu"), bias=OFF)
    told = said(kill_sentences(found_in(open_desk, project)))
    assert told[-1] == "The activation of layer 2 kills: every f′ there is 0."
    found = found_in(open_desk, changed(project, 2, residual=Residual()))
    assert said(kill_sentences(found)) == [
        "The activation of layer 2 kills: every f′ there is 0. The way past layer 2 stays open."
    ]


def test_dropout_and_shortcuts_are_named_as_what_parts_equal_weights(open_desk: OpenDesk) -> None:
    plain = project_of(3, 3, 3, 1, weights=CONSTANT)
    cases = (
        ({"dropout": 0.5}, "dropout silences one"),
        ({"residual": Residual()}, "leads something"),
    )
    for remedy, cause in cases:
        desk = open_desk(changed(plain, 1, **remedy))
        found = findings(desk.result)
        told = said(copy_sentences(found.layers[0]))
        assert told[0].startswith("Units 1, 2, 3 of layer 1 come in and go out with equal weights")
        assert cause in told[0]
        assert "always will" not in told[0]
        assert row(found.layers[0], 0.3)[-1].text == "–"
        made = desk.result.materials
        passed = forward(made.network, made.parameters, made.inputs, made.targets)
        columns = gradients(passed).weight(2)
        assert np.ptp(columns, axis=1).max() > 1e-3 * np.abs(columns).max()
