"""The update of one number, line by line: with max-norm's factor, and of γ and β."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.training import Plan
from gradsim.engine.training.last_update import LastUpdate
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run
from gradsim.viewmodels import words
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.training.update_lines import learned_counts, update_lines


def last(project: Project, steps: int = 3) -> LastUpdate:
    run = Run(project)
    run.advance(steps)
    update = run.trainer.last_update()
    assert update is not None
    return update


def planned(project: Project, **changes: float) -> Project:
    return edits.set_plan(project, replace(project.training, **changes))  # type: ignore[arg-type]


def test_the_factor_of_max_norm_stands_behind_the_step() -> None:
    project = planned(preset("first_look"), max_norm=0.3)
    updates = [last(project, steps).of_weight(2, 1, 2) for steps in (1, 5)]
    for update in updates:
        assert update.after == (update.before + update.terms[-1].value) * update.held
    assert updates[0].held < 1.0, "the weights that were drawn are longer than the bound"
    line = update_lines(updates[0], project.training, Symbol("w", 2, (1, 2)))[-1]
    assert line.formula.endswith("× min(1, c/‖w‖)")
    assert f"× {words.number(updates[0].held, 5)} =" in line.numbers


def test_without_a_bound_there_is_no_factor() -> None:
    update = last(preset("first_look")).of_weight(2, 1, 2)
    assert "min(" not in update_lines(update, Plan(), Symbol("w", 2, (1, 2)))[-1].formula


def test_omega_stands_in_the_gradient_of_every_layer_but_the_first() -> None:
    project = planned(preset("first_look"), omega=0.5)
    told = [
        update_lines(last(project).of_weight(layer, 1, 1), project.training, weight)[0].formula
        for layer, weight in ((1, Symbol("w", 1, (1, 1))), (2, Symbol("w", 2, (1, 1))))
    ]
    assert "Ω" not in told[0]
    assert told[1].endswith("+ λ ∂Ω/∂w₁₁⁽²⁾")


def test_gamma_and_beta_take_steps_without_penalties() -> None:
    project = preset("first_look")
    project = edits.set_normalization(project, project.layer_ids[:2], Choice("batch_norm"))
    project = planned(project, l2=0.1, max_norm=0.3)
    update = last(project)
    for letter in "γβ":
        found = update.of_learned(letter, 1, 2)
        assert found.after == found.before + found.terms[-1].value
        assert found.gradient != 0.0
        lines = update_lines(found, project.training, Symbol(letter, 1, (2,)))
        assert lines[0].formula == f"∂C/∂{letter}₂⁽¹⁾"
        assert "min(" not in lines[-1].formula
    with pytest.raises(IndexError):
        update.of_learned("γ", 1, 4)
    with pytest.raises(IndexError):
        update.of_learned("γ", 3, 1)


def test_what_a_layer_learns_is_counted() -> None:
    project = preset("first_look")
    assert learned_counts(project.network, 1) == {"w": (3, 2)}
    normalized = edits.set_normalization(project, project.layer_ids[:1], Choice("layer_norm"))
    assert learned_counts(normalized.network, 1) == {"w": (3, 2), "γ": (3,), "β": (3,)}
    normalized = edits.set_normalization(project, project.layer_ids[:1], Choice("rms_norm"))
    assert learned_counts(normalized.network, 1) == {"w": (3, 2), "γ": (3,)}
