"""The plan is part of the project: its edits are undone, its refusals change nothing."""

from __future__ import annotations

import pytest

from gradsim.engine import Choice
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.training.plan_model import PlanModel


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(preset("first_look"))


@pytest.fixture
def model(document: Document) -> PlanModel:
    return PlanModel(document)


def test_every_entry_is_set_in_the_project(model: PlanModel, document: Document) -> None:
    model.choose("optimizer", "adam")
    model.set_option("optimizer", "beta1", 0.8)
    model.choose("schedule", "cosine")
    model.enter_option("schedule", "length", "250")
    model.choose("clip", "norm")
    model.enter_number("clip_at", "2.5")
    model.set_number("batch", 16)
    model.enter_number("omega", "0.25")
    model.enter_number("max_norm", "3")
    assert document.project.training == Plan(
        optimizer=Choice.of("adam", beta1=0.8),
        schedule=Choice.of("cosine", length=250.0),
        clip="norm",
        clip_at=2.5,
        batch=16,
        omega=0.25,
        max_norm=3.0,
    )
    model.set_number("batch", 0)
    assert document.project.training.batch is None
    assert document.undo_stack.count() == 10


def test_every_entry_is_one_undo_step_with_a_name(model: PlanModel, document: Document) -> None:
    model.set_number("rate", 0.5)
    name = document.undo_name()
    assert name is not None
    assert words.text(name) == "Set the rate"
    told: list[float] = []
    model.changed.connect(lambda: told.append(model.plan.rate))
    document.undo_stack.undo()
    assert model.number("rate") == 0.1
    assert told == [0.1]


def test_a_drag_is_one_undo_step(model: PlanModel, document: Document) -> None:
    gesture = object()
    for value in (0.2, 0.3, 0.4):
        model.set_number("rate", value, gesture)
    model.choose("optimizer", "momentum")
    for value in (0.8, 0.7):
        model.set_option("optimizer", "momentum", value, gesture)
    assert document.undo_stack.count() == 3
    document.undo_stack.undo()
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project == preset("first_look")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rate", "quick"),
        ("rate", "-1"),
        ("batch", "2.5"),
        ("batch", "-3"),
        ("l2", "-0.1"),
        ("omega", "-1"),
        ("max_norm", "-2"),
        ("validation", "1"),
        ("warm_up", "-1"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(
    model: PlanModel, document: Document, name: str, text: str
) -> None:
    model.enter_number(name, text)
    assert model.editor.problem(name) is not None
    assert document.undo_stack.count() == 0
    model.enter_number(name, "0.5" if name not in ("batch", "warm_up") else "5")
    assert model.editor.problem(name) is None


def test_a_clip_at_0_is_refused(model: PlanModel) -> None:
    model.choose("clip", "value")
    model.set_number("clip_at", 0.0)
    assert model.editor.problem("clip_at") is not None


def test_omega_is_refused_at_its_place_where_a_layer_has_a_remedy(document: Document) -> None:
    project = document.project
    document.load(edits.set_dropout(project, project.layer_ids[1:2], 0.5))
    model = PlanModel(document)
    model.enter_number("omega", "0.1")
    problem = model.editor.problem("omega")
    assert problem is not None
    assert "Layer 2 has a remedy" in words.problem_text(problem)
    assert model.plan.omega == 0.0
    model.enter_number("omega", "0")
    assert model.editor.problem("omega") is None


def test_choosing_what_is_chosen_keeps_its_options(model: PlanModel, document: Document) -> None:
    model.choose("optimizer", "adam")
    model.set_option("optimizer", "beta1", 0.8)
    model.choose("optimizer", "adam")
    assert document.project.training.optimizer == Choice.of("adam", beta1=0.8)


def test_only_another_plan_is_told_as_one(model: PlanModel, document: Document) -> None:
    told: list[Plan] = []
    model.changed.connect(lambda: told.append(model.plan))
    document.load(preset("mazur"))
    assert told == []
