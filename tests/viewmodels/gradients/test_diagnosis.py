"""The verdict in words, and its remedies as single undoable steps that help."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.verdict.judging import VerdictKind
from gradsim.project import edits
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.diagnosis import Diagnosis, apply_remedy, diagnose
from tests.viewmodels.gradients.desk import deep, result_of


def verdict_on(document: Document) -> Diagnosis:
    return diagnose(result_of(document.project), "weight_gradient", "l2")


def test_a_deep_sigmoid_vanishes_and_its_buttons_heal_it(qapp: QApplication) -> None:
    document = Document(deep(8, 16, "sigmoid", samples=32))
    first = verdict_on(document)
    assert first.verdict.kind is VerdictKind.VANISHING
    assert first.tone == "danger"
    assert first.headline == "Vanishing"
    assert "layer 1" in first.text
    assert "−" in first.text
    assert "-" not in first.text
    labels = [words.text(action.label) for action in first.actions]
    assert labels == ["Use ReLU", "Use He normal (Kaiming)"]
    for action in first.actions:
        apply_remedy(document, action)
    assert document.undo_stack.count() == 2
    hidden = document.project.layers[:-1]
    assert {layer.activation.name for layer in hidden} == {"relu"}
    assert {layer.weights.name for layer in hidden} == {"he_normal"}
    assert verdict_on(document).verdict.kind is not VerdictKind.VANISHING
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project == deep(8, 16, "sigmoid", samples=32)


def test_a_healthy_network_gets_calm_words_and_no_buttons(qapp: QApplication) -> None:
    diagnosis = verdict_on(Document(deep(4, 16, "tanh", samples=32)))
    assert diagnosis.tone == "ok"
    assert diagnosis.actions == ()


def test_mean_and_max_are_judged_as_the_norm() -> None:
    result = result_of(deep(8, 16, "sigmoid"))
    texts = {diagnose(result, "delta", statistic).text for statistic in ("l2", "max_abs")}
    assert len(texts) == 1


def test_typed_layers_refuse_a_remedy_with_a_reason(qapp: QApplication) -> None:
    project = deep(4, 4, "relu", Choice.of("zeros"))
    for layer in project.layers:
        project = edits.set_weight(project, layer.id, 1, 1, 0.0)
    document = Document(project)
    diagnosis = verdict_on(document)
    assert diagnosis.verdict.kind is VerdictKind.ZERO
    with pytest.raises(Problem, match="typed"):
        apply_remedy(document, diagnosis.actions[0])
    assert document.project is project


def test_symmetric_layers_with_one_between_are_listed_as_they_are_numbered() -> None:
    project = deep(6, 3, weights=Choice.of("constant", value=0.3))
    random = [[0.5, 0.1, 0.2], [-0.4, 0.3, 0.1], [0.2, -0.6, 0.4]]
    project = edits.set_weights_matrix(project, project.layer_ids[3], random)
    text = diagnose(result_of(project), "weight_gradient", "l2").text
    # The rows of layer 4 differ, and so do the columns that layer 3 goes out by.
    assert text.startswith("Hidden layers 1–2, 5: all units of a layer are equal")
