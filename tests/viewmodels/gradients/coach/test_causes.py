"""The coach names what did most of a trend, remedies included, and what opposed it."""

from __future__ import annotations

import re

import numpy as np
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.engine.verdict.records import Quantity
from gradsim.project.model import Project
from gradsim.viewmodels.gradients.coach.causes import diagnosis_text
from tests.viewmodels.gradients.desk import deep, result_of

LAYER_NORM = Choice("layer_norm")


def changed(project: Project, layers: slice = slice(0, -1), **settings: object) -> Project:
    """These layers with other settings."""
    made = list(project.layers)
    for number in range(*layers.indices(len(made))):
        made[number] = replace(made[number], **settings)  # type: ignore[arg-type]
    return replace(project, network=replace(project.network, layers=tuple(made)))


def told(project: Project, quantity: Quantity = "delta") -> str:
    result = result_of(project)
    return diagnosis_text(result, result.verdict(quantity, None))


def small_weights() -> Project:
    """Twenty tanh layers with tiny weights, and a plain output."""
    project = deep(21, 16, "tanh", Choice.of("normal", std=0.001), samples=32)
    plain = {"activation": Choice("identity"), "weights": Choice("glorot_normal")}
    return changed(project, slice(20, 21), **plain)


def test_layer_normalization_that_undoes_small_weights_is_named_and_so_are_they() -> None:
    why = told(changed(small_weights(), normalization=LAYER_NORM))
    found = re.fullmatch(
        r"Layer 1 receives (\S+) decades more than layer 21\. Normalization gave (\S+) decades "
        r"\(most in layer \d+\)\. Most against that: weights W, −(\S+)\.",
        why,
    )
    assert found is not None, why
    more, gave, took = map(float, found.groups())
    assert gave > 40.0
    assert took > 40.0
    assert more < 5.0


def test_what_each_kind_did_is_told_where_there_are_several() -> None:
    project = changed(small_weights(), slice(0, 10), normalization=LAYER_NORM)
    project = changed(project, slice(10, 20), residual=Residual(), dropout=0.5)
    why = told(project)
    found = re.search(r"The remedies together gave (\S+) decades \((.*?)\)\.", why)
    assert found is not None, why
    numbers = re.findall(r"[+−][\d.]+", found[2])
    together = sum(float(each.replace("−", "-")) for each in numbers)
    np.testing.assert_allclose(together, float(found[1]), atol=0.2)
    assert found[2].startswith("normalization +")
    assert "dropout" in found[2]


def test_dropout_alone_is_named() -> None:
    why = told(changed(deep(21, 16, "identity", samples=32), dropout=0.9))
    assert re.search(r"Dropout gave \S+ decades \(most in layer \d+\)\.", why), why


def test_residual_connections_that_add_are_named() -> None:
    project = deep(21, 16, "identity", Choice.of("normal", std=0.2), samples=32)
    why = told(changed(project, residual=Residual()))
    assert re.search(r"The residual connections gave \S+ decades \(most in layer \d+\)\.", why), why


def test_remedies_that_cancel_leave_the_cause_to_the_others() -> None:
    # Sigmoids take more than normalization gives back in so few small layers.
    project = changed(deep(12, 8, "sigmoid"), slice(0, 3), normalization=LAYER_NORM)
    why = told(project)
    assert "The activations took" in why
    assert "ormalization" not in why
