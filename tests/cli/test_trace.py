"""``trace`` reproduces the worked examples factor by factor, and one parameter over its paths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradsim.cli import main
from gradsim.cli.numbers import count, scaled
from gradsim.cli.output import print_json
from gradsim.engine.options import Choice
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.file import write_project
from gradsim.project.presets import preset
from tests.viewmodels.step.remedied_projects import every_remedy


@pytest.fixture
def traced(capsys: pytest.CaptureFixture[str]):
    def trace(file: str, *options: str) -> dict[str, Any]:
        assert main(["trace", file, "--json", *options]) == 0
        return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)

    return trace


def test_the_record_has_the_design_keys_and_kinds(traced) -> None:
    record = traced("preset:mazur")
    assert list(record) == ["cost", "forward", "factors"]
    assert [list(layer) for layer in record["forward"]] == [["layer", "z", "a"]] * 2
    assert [factor["kind"] for factor in record["factors"]] == [
        "cost", "activation", "weights", "bias", "previous_activation",
        "activation", "weights", "bias",
    ]  # fmt: skip
    assert [factor["index"] for factor in record["factors"]] == list(range(8))
    for factor in record["factors"]:
        assert list(factor) == ["index", "kind", "layer", "symbol", "local", "upstream", "product"]
    assert record["factors"][0]["upstream"] == 1


def test_mazurs_example_factor_by_factor(traced) -> None:
    record = traced("preset:mazur")
    assert record["cost"] == pytest.approx(0.2983711087600027, rel=1e-12)
    for layer, z, a in (
        (0, [0.3775, 0.3925], [0.5932699921071872, 0.596884378259767]),
        (1, [1.10590596705977, 1.2249214040964653], [0.7513650695523157, 0.7729284653214625]),
    ):
        np.testing.assert_allclose(record["forward"][layer]["z"], z, rtol=1e-12)
        np.testing.assert_allclose(record["forward"][layer]["a"], a, rtol=1e-12)
    expected: list[tuple[Any, Any]] = [
        ([0.7413650695523157, -0.21707153467853746],) * 2,
        ([0.18681560180895948, 0.17551005281727122], [0.13849856162855698, -0.03809823651655623]),
        (
            [0.5932699921071872, 0.596884378259767],
            [
                [0.08216704056423078, 0.08266762784753326],
                [-0.022602540477475067, -0.02274024221597822],
            ],
        ),
        (1.0, [0.13849856162855698, -0.03809823651655623]),
        ([[0.40, 0.45], [0.50, 0.55]], [0.03635030639314468, 0.04137032264874471]),
        ([0.24130070857232525, 0.2406134172492184], [0.008771354689486937, 0.009954254705217202]),
        (
            [0.05, 0.10],
            [
                [0.00043856773447434685, 0.0008771354689486937],
                [0.0004977127352608601, 0.0009954254705217202],
            ],
        ),
        (1.0, [0.008771354689486937, 0.009954254705217202]),
    ]
    for factor, (local, product) in zip(record["factors"], expected, strict=True):
        np.testing.assert_allclose(factor["local"], local, rtol=1e-12)
        np.testing.assert_allclose(factor["product"], product, rtol=1e-12)


def test_each_product_is_the_next_factors_upstream(traced) -> None:
    arriving: Any = 1.0
    for factor in traced("preset:mazur")["factors"]:
        assert factor["upstream"] == arriving
        if factor["kind"] not in ("weights", "bias"):
            arriving = factor["product"]


def test_the_single_neuron_of_cs231n(traced) -> None:
    record = traced("preset:single_neuron")
    np.testing.assert_allclose(record["forward"][0]["z"], [1.0], rtol=1e-12)
    np.testing.assert_allclose(record["forward"][0]["a"], [0.7310585786300049], rtol=1e-12)
    cost, activation, weights, bias = record["factors"]
    np.testing.assert_allclose(cost["product"], [1.0], rtol=1e-12)
    np.testing.assert_allclose(activation["local"], [0.19661193324148185], rtol=1e-12)
    np.testing.assert_allclose(
        weights["product"], [[-0.19661193324148185, -0.3932238664829637]], rtol=1e-12
    )
    np.testing.assert_allclose(bias["product"], [0.19661193324148185], rtol=1e-12)


def test_the_paths_into_mazurs_hidden_unit(traced) -> None:
    record = traced("preset:mazur", "--parameter", "b:1:1")
    assert record["value"] == pytest.approx(0.008771354689486937, rel=1e-12)
    assert record["paths_total"] == 2
    slope = 0.24130070857232525
    first, second = record["paths"]
    assert (first["units"], second["units"]) == ([1], [2])
    assert first["contribution"] == pytest.approx(0.05539942465142279 * slope, rel=1e-12)
    assert second["contribution"] == pytest.approx(-0.019049118258278114 * slope, rel=1e-12)
    assert record["rest"] == 0
    for path in record["paths"]:
        product = np.prod([factor["value"] for factor in path["factors"]])
        assert product == pytest.approx(path["contribution"], rel=1e-12)


def test_the_scalar_chain_has_one_path(traced) -> None:
    for address in ("w:1:1:1", "b:3:1", "w:4:1:1"):
        record = traced("preset:scalar_chain", "--parameter", address)
        assert record["paths_total"] == 1
        assert record["paths"][0]["contribution"] == pytest.approx(record["value"], rel=1e-12)


def test_paths_and_rest_add_up_to_the_recursion(traced) -> None:
    record = traced("preset:fifty_layers", "--parameter", "w:20:3:5", "--paths", "7")
    assert len(record["paths"]) == 7
    assert record["paths_total"] == 64**30
    contributions = [path["contribution"] for path in record["paths"]]
    assert sorted(map(abs, contributions), reverse=True) == [abs(value) for value in contributions]
    assert sum(contributions) + record["rest"] == pytest.approx(record["value"], rel=1e-9)


def test_the_batch_carries_one_over_n(traced) -> None:
    batch = traced("preset:first_look", "--batch")
    samples = [traced("preset:first_look", "--sample", str(k)) for k in (1, 64)]
    factor = batch["factors"][0]
    assert len(factor["product"]) == 64
    for row, alone in zip((0, 63), samples, strict=True):
        np.testing.assert_allclose(
            np.array(factor["product"][row]) * 64, alone["factors"][0]["product"], rtol=1e-12
        )


def test_sample_one_is_traced_unless_said(traced) -> None:
    assert traced("preset:first_look") == traced("preset:first_look", "--sample", "1")


def test_the_table_shows_each_factor_with_the_running_product(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["trace", "preset:scalar_chain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    head = next(index for index, line in enumerate(lines) if "running product" in line)
    steps = [line for line in lines[head + 1 :] if line.strip()[:1].isdigit()]
    assert len(steps) == 16
    assert steps[0].split()[1:4] == ["∂C/∂a(4)", "-0.667383", "∂C/∂a(4)"]
    assert "└ ∂z(1)/∂W(1)" in steps[14]
    assert steps[14].split()[-1] == "0.00166575"


def test_a_count_of_paths_of_any_length_is_printed_in_full(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_json({"paths_total": 64**9_999})
    assert json.loads(capsys.readouterr().out)["paths_total"] == 64**9_999


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (1234, "1,234"), (10**12 - 1, "999,999,999,999"), (10**12, "1.000e+12"),
     (64**30, "1.532e+54"), (10**4000 - 1, "1.000e+4000"), (10**15 + 5 * 10**11, "1.001e+15")],
)  # fmt: skip
def test_counts_of_any_size_are_written(number: int, text: str) -> None:
    assert count(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (ScaledNumber(0.75), "0.75"),
        (ScaledNumber(-0.0), "-0"),
        (ScaledNumber(0.5, -3000), "4.064e-904"),
        (ScaledNumber(-0.5, 3000), "-6.151e+902"),
        (ScaledNumber(float("inf")), "inf"),
        (ScaledNumber(float("nan")), "nan"),
    ],
)
def test_numbers_beyond_floats_are_written(number: ScaledNumber, text: str) -> None:
    assert scaled(number) == text


def test_the_penalties_of_the_plan_stand_in_the_trace(
    traced, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "penalized.gradsim")
    project = preset("mazur")
    write_project(edits.set_plan(project, Plan(l1=0.01, l2=0.5)), file)
    record = traced(file)
    assert [factor["kind"] for factor in record["factors"]][2:4] == ["weights", "penalty"]
    weights, penalty = record["factors"][2:4]
    np.testing.assert_allclose(penalty["local"], 0.5 * np.array([[0.4, 0.45], [0.5, 0.55]]) + 0.01)
    assert penalty["upstream"] == weights["product"]
    np.testing.assert_allclose(
        penalty["product"], np.add(weights["product"], penalty["local"]), rtol=1e-12
    )
    one = traced(file, "--parameter", "w:2:1:2")
    assert one["penalty"]["term"] == pytest.approx(0.235)
    assert one["penalty"]["total"] == pytest.approx(one["value"] + 0.235)
    assert "penalty" not in traced(file, "--parameter", "b:2:1")
    assert main(["trace", file, "--parameter", "w:2:1:2"]) == 0
    assert "penalties add 0.235" in capsys.readouterr().out
    assert main(["trace", file]) == 0
    told = capsys.readouterr().out
    assert "└ +λW(2)" in told
    assert "∂C/∂W(2) +λW(2)" in told


def test_gamma_and_beta_of_a_normalization_are_unrolled_in_the_table_and_in_json(
    traced, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "normalized.gradsim")
    write_project(every_remedy(Choice("layer_norm")), file)
    record = traced(file, "--parameter", "gamma:2:1")
    assert record == traced(file, "--parameter", "γ:2:1")
    assert record["parameter"] == "γ:2:1"
    last = record["paths"][0]["factors"][-1]
    assert (last["kind"], last["symbol"]) == ("normalization_scale", "∂u(2)[1]/∂γ(2)[1]")
    whole = next(
        factor for factor in record["factors"]
        if (factor["kind"], factor["layer"]) == ("normalization_scale", 2)
    )  # fmt: skip
    assert record["value"] == pytest.approx(whole["product"][0], rel=1e-14)
    assert last["value"] == pytest.approx(whole["local"][0], rel=1e-14)
    total = sum(path["contribution"] for path in record["paths"]) + record["rest"]
    assert total == pytest.approx(record["value"], rel=1e-12)
    assert main(["trace", file, "--parameter", "beta:2:1"]) == 0
    told = capsys.readouterr().out
    assert "∂C/∂β(2)[1] = " in told
    assert "1 [∂u(2)[1]/∂β(2)[1]]" in told


def test_what_is_no_address_is_refused_with_every_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["trace", "preset:mazur", "--parameter", "gamma:2"])
    told = capsys.readouterr().err
    for form in ("w:LAYER:J:K", "b:LAYER:J", "gamma:LAYER:J", "beta:LAYER:J"):
        assert form in told
    assert main(["trace", "preset:mazur", "--parameter", "gamma:2:1"]) != 0
    assert "Layer 2 has no γ." in capsys.readouterr().err
