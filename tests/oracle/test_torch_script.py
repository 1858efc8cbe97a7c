"""The PyTorch scripts of walks run clean, autograd included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.scripts.torch_script import torch_script
from tests.project.scripts.walks import Lens, recipe_of_preset, recipe_over, run, small_pass

pytest.importorskip("torch")
pytestmark = pytest.mark.oracle


@pytest.mark.parametrize("lens", ["forward", "layer", "parameter"])
@pytest.mark.parametrize("name", ["first_look", "scalar_chain", "mazur", "zero_initialization"])
def test_the_script_of_a_preset_runs_clean(name: str, lens: Lens) -> None:
    assert run(torch_script(recipe_of_preset(name, lens))) > 2


@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_and_cost_agrees_with_autograd(activation: str, cost: str) -> None:
    passed = small_pass(activation, cost)
    weight = ParameterAddress("w", 2, 1, 2)
    run(torch_script(recipe_over(passed, "parameter", weight)))
    run(torch_script(recipe_over(small_pass(activation, cost, samples=2), "layer")))


def test_the_script_runs_by_itself_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "sheet.py"
    file.write_bytes(torch_script(recipe_of_preset("mazur", "parameter"), file.name).encode())
    done = subprocess.run(
        [sys.executable, file.name], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"checks passed" in done.stdout
    assert b"autograd" in file.read_bytes()
