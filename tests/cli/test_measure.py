"""``measure --json`` is the design's record, state by state, and reproduces the worked example."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from gradsim.cli import main
from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.file import write_project
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import PRESETS, preset
from gradsim.project.presets.preset import project as project_of
from gradsim.project.presets.preset import stack

STATISTICS = ("l2", "rms", "mean_abs", "max_abs")


@pytest.fixture
def measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def measure(source: str | Project, *options: str) -> dict[str, Any]:
        file = source if isinstance(source, str) else str(tmp_path / "p.gradsim")
        if isinstance(source, Project):
            write_project(source, file)
        assert main(["measure", file, "--json", *options]) == 0
        return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)

    return measure


def test_the_record_has_the_design_keys(measured) -> None:
    record = measured("preset:mazur")
    assert list(record) == ["cost", "layers", "verdict"]
    layer = record["layers"][0]
    assert list(layer) == [
        "layer", "units", "activation_name", "weight_gradient", "bias_gradient", "delta",
        "activation", "attribution",
    ]  # fmt: skip
    for part in ("weight_gradient", "bias_gradient", "delta"):
        assert list(layer[part]) == [*STATISTICS, "log10_l2", "state"]
    assert list(layer["activation"]) == ["mean", "std", "saturated_fraction", "dead_fraction"]
    assert list(layer["attribution"]) == ["activation_log10", "weights_log10", "remedies_log10"]
    assert [(entry["layer"], entry["units"]) for entry in record["layers"]] == [(1, 2), (2, 2)]
    assert record["verdict"]["kind"] == "healthy"
    assert record["verdict"]["text"]


def test_mazurs_numbers_are_reproduced(measured) -> None:
    record = measured("preset:mazur")
    assert record["cost"] == pytest.approx(0.2983711087600027, rel=1e-12)
    deltas = [
        [0.008771354689486937, 0.009954254705217202],
        [0.13849856162855698, -0.03809823651655623],
    ]
    for layer, delta in zip(record["layers"], deltas, strict=True):
        assert layer["delta"]["l2"] == pytest.approx(math.hypot(*delta), rel=1e-12)
        assert layer["delta"]["max_abs"] == pytest.approx(max(map(abs, delta)), rel=1e-12)
        assert layer["delta"]["mean_abs"] == pytest.approx(sum(map(abs, delta)) / 2, rel=1e-12)
        assert layer["bias_gradient"]["rms"] == pytest.approx(
            math.hypot(*delta) / math.sqrt(2), rel=1e-12
        )
    weights = [
        0.08216704056423078,
        0.08266762784753326,
        -0.022602540477475067,
        -0.02274024221597822,
    ]
    assert record["layers"][1]["weight_gradient"]["l2"] == pytest.approx(
        math.hypot(*weights), rel=1e-12
    )


@pytest.mark.parametrize("name", PRESETS)
def test_attribution_adds_up_to_the_fall_of_delta(name: str, measured) -> None:
    layers = measured(f"preset:{name}")["layers"]
    if layers[0]["delta"]["state"] != "ok":
        return
    total = (
        sum(value for layer in layers for value in layer["attribution"].values())
        - layers[-1]["attribution"]["activation_log10"]
    )
    fall = layers[0]["delta"]["log10_l2"] - layers[-1]["delta"]["log10_l2"]
    assert total == pytest.approx(fall, abs=1e-9)


def test_exact_zero_is_zero_without_a_logarithm(measured) -> None:
    layers = measured("preset:zero_initialization")["layers"]
    for layer in layers[:-1]:
        for part in ("weight_gradient", "bias_gradient", "delta"):
            assert layer[part]["state"] == "zero"
            assert layer[part]["log10_l2"] is None
            assert [layer[part][name] for name in STATISTICS] == [0.0] * 4
        assert layer["attribution"]["activation_log10"] is None
    assert layers[-1]["delta"]["state"] == "ok"


@pytest.mark.parametrize(("gain", "state"), [(0.1, "underflow"), (10.0, "overflow")])
def test_beyond_floats_the_logarithm_stays_exact(gain: float, state: str, measured) -> None:
    weights = Choice.of("orthogonal", gain=gain)
    deep = project_of(
        4, stack([4] * 401, "identity", weights), "probe", DataSource.of("gaussian", samples=8)
    )
    layers = measured(deep)["layers"]
    first, last = layers[0]["delta"], layers[-1]["delta"]
    assert first["state"] == state
    assert [first[name] for name in STATISTICS] == [None] * 4
    assert first["log10_l2"] - last["log10_l2"] == pytest.approx(400 * math.log10(gain), abs=1e-9)


def test_a_forward_pass_that_overflows_gives_nulls_and_names_the_layer(measured) -> None:
    weights = Choice.of("constant", value=1e6)
    wild = project_of(
        4, stack([4] * 150, "softplus", weights), "squared_error",
        DataSource.of("gaussian", samples=8),
    )  # fmt: skip
    record = measured(wild)
    assert record["verdict"]["kind"] == "overflow"
    assert record["cost"] is None
    for layer in record["layers"]:
        assert layer["delta"]["state"] in ("overflow", "nan")
        assert layer["delta"]["l2"] is None


def test_one_sample_is_measured_alone(measured) -> None:
    batch = measured("preset:first_look", "--batch")
    assert batch == measured("preset:first_look")
    alone = [measured("preset:first_look", "--sample", str(k))["cost"] for k in (1, 2)]
    assert alone[0] != alone[1]
    assert alone[0] != batch["cost"]


def test_the_verdict_of_the_presets_is_what_they_claim(measured) -> None:
    kinds = {
        name: measured(f"preset:{name}")["verdict"]["kind"]
        for name in ("first_look", "ten_sigmoid_layers", "ten_relu_he_layers",
                     "zero_initialization", "constant_initialization", "exploding_tanh")
    }  # fmt: skip
    assert kinds == {
        "first_look": "vanishing",
        "ten_sigmoid_layers": "vanishing",
        "ten_relu_he_layers": "healthy",
        "zero_initialization": "zero",
        "constant_initialization": "symmetric",
        "exploding_tanh": "exploding",
    }


def test_the_table_names_every_layer_and_gives_the_verdict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["measure", "preset:zero_initialization"]) == 0
    printed = capsys.readouterr().out
    rows = [line.split() for line in printed.splitlines() if line.strip()[:1].isdigit()]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0][3:6] == ["0", "0", "0"]
    assert printed.splitlines()[-1].endswith(".")


def test_real_data_are_measured_when_the_extra_is_there(measured) -> None:
    pytest.importorskip("sklearn")
    project = edits.set_data(preset("first_look"), DataSource.of("iris"))
    assert measured(project)["layers"][-1]["units"] == 3


def test_the_table_ends_with_the_verdicts_name_and_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["measure", "preset:ten_sigmoid_layers"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Vanishing: ")
    assert main(["measure", "preset:mazur"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Healthy: ")


def test_the_verdict_has_its_kind_and_its_numbers(measured) -> None:
    verdict = measured("preset:ten_sigmoid_layers")["verdict"]
    assert verdict["kind"] == "vanishing"
    assert verdict["decades"] < -2
    parts = ("activation", "weights", "remedies", "inputs", "cancellation", "size")
    total = sum(verdict[f"{part}_decades"] or 0.0 for part in parts)
    assert total == pytest.approx(verdict["decades"])
