"""The plan of training stands in the project: in its file, its schema, its edits, its runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.decoding import decode_project
from gradsim.project.encoding import encode_project
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run
from tests.project.test_schema import SCHEMA, holds

PLAN = Plan(
    Choice.of("adam", beta1=0.8),
    rate=0.01,
    schedule=Choice.of("step", every=50, times=0.5),
    warm_up=5,
    batch=8,
    l1=0.001,
    l2=0.02,
    clip="norm",
    clip_at=2.5,
    validation=0.25,
)
PROJECT = replace(preset("first_look"), training=PLAN)


def written(project: Project) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(encode_project(project))
    return content


def test_the_whole_plan_comes_back_and_satisfies_the_schema() -> None:
    data = encode_project(PROJECT)
    assert decode_project(data) == PROJECT
    assert encode_project(decode_project(data)) == data
    assert holds(SCHEMA, json.loads(data))


def test_the_penalties_stand_under_a_key_of_their_own() -> None:
    content = written(PROJECT)
    assert content["penalty"] == {"l1": 0.001, "l2": 0.02}
    assert content["training"] == {
        "optimizer": {"name": "adam", "beta1": 0.8},
        "rate": 0.01,
        "schedule": {"name": "step", "every": 50, "times": 0.5},
        "warm_up": 5,
        "batch": 8,
        "clip": "norm",
        "clip_at": 2.5,
        "validation": 0.25,
    }


def test_defaults_are_left_out() -> None:
    assert not {"training", "penalty"} & set(written(preset("mazur")))
    slow = edits.set_plan_number(preset("mazur"), "rate", 0.05)
    assert written(slow)["training"] == {"rate": 0.05}
    assert "penalty" not in written(slow)
    weighed = edits.set_plan_number(preset("mazur"), "l2", 0.5)
    assert written(weighed)["penalty"] == {"l2": 0.5}
    assert "training" not in written(weighed)


def test_an_option_that_restates_its_default_changes_nothing() -> None:
    restated = edits.set_optimizer(preset("mazur"), Choice.of("momentum", momentum=0.9))
    assert restated == edits.set_optimizer(preset("mazur"), Choice("momentum"))
    assert restated != preset("mazur")


def test_a_file_of_the_version_before_has_the_default_plan() -> None:
    content = written(preset("mazur"))
    content["version"] = 1
    assert decode_project(json.dumps(content).encode()) == preset("mazur")


def put(*path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        for key in path[:-1]:
            content = content[key]
        content[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (put("training", "rate", value="fast"), "training.rate", "must be a number"),
        (put("training", "rate", value=-1), "training.rate", "cannot stand here"),
        (put("training", "optimizer", value={}), "training.optimizer", "is missing"),
        (
            put("training", "optimizer", value={"name": "adagrad"}),
            "training.optimizer.name",
            "sgd, momentum",
        ),
        (
            put("training", "optimizer", value={"name": "adam", "beta1": 2}),
            "training.optimizer.beta1",
            "must lie between",
        ),
        (
            put("training", "schedule", value={"name": "step", "every": 2.5}),
            "training.schedule.every",
            "whole number",
        ),
        (put("training", "clip", value="hard"), "training.clip", "is not known"),
        (put("training", "clip_at", value=0), "training.clip_at", "above 0"),
        (put("training", "batch", value=0), "training.batch", "at least one"),
        (put("training", "batch", value=2.5), "training.batch", "whole number"),
        (put("training", "warm_up", value=-1), "training.warm_up", "fewer than 0"),
        (put("training", "validation", value=1), "training.validation", "cannot stand here"),
        (put("training", "speed", value=1), "training.speed", "not known"),
        (put("training", value=[]), "training", "curly brackets"),
        (put("penalty", "l2", value=-0.1), "penalty.l2", "cannot stand here"),
        (put("penalty", "l1", value="much"), "penalty.l1", "must be a number"),
        (put("penalty", "l3", value=0.1), "penalty.l3", "not known"),
    ],
)
def test_what_cannot_be_is_refused_with_place_and_reason(
    change: Callable[[dict[str, Any]], None], place: str, words: str
) -> None:
    content = written(PROJECT)
    change(content)
    with pytest.raises(Problem) as caught:
        decode_project(json.dumps(content).encode())
    assert caught.value.place == place
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edits.set_plan_number(p, "rate", -1.0),
        lambda p: edits.set_plan_number(p, "batch", 0),
        lambda p: edits.set_optimizer(p, Choice("adagrad")),
        lambda p: edits.set_schedule(p, Choice.of("cosine", length=-1.0)),
        lambda p: edits.set_clip(p, "hard"),
        lambda p: edits.set_plan_number(p, "clip_at", 0.0),
    ],
)
def test_an_edit_refuses_what_cannot_be(edit: Callable[[Project], Project]) -> None:
    with pytest.raises(Problem):
        edit(PROJECT)


def test_a_run_follows_from_the_project_to_the_bit() -> None:
    one = Run(PROJECT)
    other = Run(decode_project(encode_project(PROJECT)))
    told = Run(preset("first_look"), PLAN)
    for run in (one, other, told):
        run.advance(30)
    assert one.fingerprint == other.fingerprint == told.fingerprint
    for run in (other, told):
        for array, expected in zip(
            (*run.trainer.parameters.weights, *run.trainer.parameters.biases),
            (*one.trainer.parameters.weights, *one.trainer.parameters.biases),
            strict=True,
        ):
            np.testing.assert_array_equal(array, expected)
