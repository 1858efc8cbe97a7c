"""What made a scan: the cost in force, ranges in place of what is scanned, and each pin."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.viewmodels.compare.scans.choice import ScanChoice
from gradsim.viewmodels.compare.scans.curves import Configuration
from gradsim.viewmodels.compare.scans.made_of import made_of
from gradsim.viewmodels.settings import Settings
from tests.viewmodels.gradients.desk import deep


@pytest.fixture
def choice(qapp: QApplication, tmp_path: Path) -> ScanChoice:
    return ScanChoice(
        Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    )


def runs(now: Project, *pins: Project) -> list[Configuration]:
    pinned = zip("ABCD", pins, strict=False)
    return [
        Configuration("", 0, "", now),
        *(Configuration(letter, n, "", each) for n, (letter, each) in enumerate(pinned, 1)),
    ]


def test_over_depth_no_number_of_layers_is_fixed(choice: ScanChoice) -> None:
    assert made_of(runs(preset("ten_sigmoid_layers")), choice) == (
        "Ten sigmoid layers",
        "units 8–…×16–1",
        "1–100 layers",
        "Sigmoid",
        "Glorot normal (Xavier), gain 1",
        "bias Zeros",
        "cost Squared error Σ(a−y)²",
        "data Gaussian, 64 samples, seed 0",
        "seeds 7–14",
    )


def test_over_gains_the_output_alone_keeps_its_own(choice: ScanChoice) -> None:
    choice.choose_axis("gain")
    said = made_of(runs(preset("ten_sigmoid_layers")), choice)
    assert "units 8–9×16–1" in said
    assert "Glorot normal (Xavier), gain 0.25–4 in layers 1–9" in said
    assert "Glorot normal (Xavier), gain 1 in layer 10" in said


def test_layers_of_any_depth_are_told_by_what_they_are(choice: ScanChoice) -> None:
    project = deep(4, 3, "tanh")
    ids = project.layer_ids
    output = edits.set_activation(project, ids[3], Choice.of("identity"))
    said = made_of(runs(output), choice)
    assert "Tanh in the hidden layers" in said
    assert "Identity in the output layer" in said
    first = edits.set_activation(project, ids[0], Choice.of("relu"))
    said = made_of(runs(first), choice)
    assert "ReLU in layer 1" in said
    assert "Tanh in layers 2–L" in said
    last = edits.set_activation(output, ids[0], Choice.of("identity"))
    said = made_of(runs(last), choice)
    assert "Tanh in layers 2–L−1" in said
    assert "Identity in layers 1, L" in said


def test_typed_layers_are_not_said_of_those_that_are_added(choice: ScanChoice) -> None:
    project = deep(3, 3, "tanh", Choice.of("he_normal"))
    for layer in project.layers[:2]:
        project = edits.set_weights_matrix(project, layer.id, np.eye(3))
    assert "typed numbers in layers 1–2" in made_of(runs(project), choice)
    choice.choose_axis("gain")
    assert not any("typed" in phrase for phrase in made_of(runs(project), choice))


def test_of_a_pin_only_what_is_not_so_of_the_open_network(choice: ScanChoice) -> None:
    relu = deep(5, 8, "relu", Choice.of("he_normal"))
    *_, pinned = made_of(runs(deep(5, 8, "sigmoid"), relu), choice)
    assert pinned == "A: ReLU, He normal (Kaiming), gain 1"
    choice.choose_axis("gain")
    *_, pinned = made_of(runs(deep(5, 8, "sigmoid"), relu), choice)
    assert pinned.startswith("A: ReLU, He normal (Kaiming), gain 0.25–4 in layers 1–4")


def test_a_network_that_cannot_be_scanned_is_told_as_it_stands(choice: ScanChoice) -> None:
    project = replace(deep(5, 16, "tanh"), data=DataSource.of("digits"))
    for axis in ("depth", "gain"):
        choice.choose_axis(axis)
        said = made_of(runs(project), choice)
        assert "units 16–4×16–16" in said
        assert "Glorot normal (Xavier), gain 1" in said


def test_one_seed_is_no_range(choice: ScanChoice) -> None:
    choice.choose_seeds(1)
    assert made_of(runs(preset("ten_sigmoid_layers")), choice)[-1] == "seed 7"
