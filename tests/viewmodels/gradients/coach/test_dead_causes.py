"""The coach's reason says of a dead layer whether a gradient goes past it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.remedies.residual import Residual
from gradsim.engine.verdict.records import VerdictKind
from gradsim.project.model import Project
from gradsim.viewmodels.gradients.coach.causes import diagnosis_text
from gradsim.viewmodels.gradients.diagnosis import diagnose
from tests.viewmodels.gradients.desk import deep, result_of

OFF = Choice.of("constant", value=-50.0)


def changed(project: Project, number: int, **changes: object) -> Project:
    layers = list(project.network.layers)
    layers[number - 1] = replace(layers[number - 1], **changes)
    return replace(project, network=replace(project.network, layers=tuple(layers)))


def told(project: Project) -> tuple[VerdictKind, str, str]:
    result = result_of(project)
    verdict = result.verdict("weight_gradient", None)
    text = diagnose(result, "weight_gradient", "l2").text
    return verdict.kind, text, diagnosis_text(result, verdict)


def test_a_dead_branch_is_said_to_be_passed_by_and_a_dead_layer_is_not() -> None:
    dead = changed(deep(4), 2, activation=Choice("relu"), bias=OFF)
    kind, text, reason = told(dead)
    assert kind is VerdictKind.DEAD
    assert "lets no gradient through" in text
    assert reason.startswith("Where f′(z) is 0 nothing passes: ")
    kind, text, reason = told(changed(dead, 2, residual=Residual()))
    assert kind is VerdictKind.DEAD
    assert text.endswith("The way past it stays open.")
    assert reason.startswith("Where f′(z) is 0 nothing passes through the layer, only past it: ")


@pytest.mark.parametrize("form", ["post", "pre"])
def test_zero_weights_with_a_way_past_them_are_no_reason(form: str) -> None:
    zeros = changed(deep(4), 2, weights=Choice("zeros"))
    assert told(zeros)[0] is VerdictKind.ZERO
    assert "multiply every gradient by 0" in told(zeros)[2]
    kind, text, reason = told(changed(zeros, 2, residual=Residual(form=form)))
    assert kind is VerdictKind.HEALTHY
    assert "exactly 0" not in text
    assert reason == ""
