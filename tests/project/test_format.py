"""The file's JSON: the design's shape, read back exactly, stable and readable."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.decoding import migrated
from gradsim.project.file import decode_project, encode_project
from gradsim.project.model import DataSource
from gradsim.project.presets import PRESETS, preset

DESIGN_EXAMPLE = """
{"format": "gradsim", "version": 1, "title": "…", "seed": 7,
 "network": {"inputs": 2, "cost": "half_squared_error",
   "layers": [{"units": 2, "activation": {"name": "sigmoid"},
               "weights": {"name": "glorot_normal", "gain": 1.0}, "bias": {"name": "zeros"}}]},
 "parameters": [{"weights": [[0.15, 0.20], [0.25, 0.30]], "biases": [0.35, 0.35]}],
 "data": {"name": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]}}
"""


def test_the_example_of_the_design_is_read() -> None:
    project = decode_project(DESIGN_EXAMPLE.encode())
    assert project.title == "…"
    assert project.layer_ids == (1,)
    assert project.network.widths == (2, 2)
    np.testing.assert_array_equal(project.parameters[0].weights, [[0.15, 0.20], [0.25, 0.30]])
    assert project.data == DataSource.inline([[0.05, 0.10]], [[0.01, 0.99]])


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_comes_back_exactly_and_encodes_stably(name: str) -> None:
    project = preset(name)
    data = encode_project(project)
    again = decode_project(data)
    assert again == project
    assert encode_project(again) == data


def test_every_float_comes_back_to_the_last_bit() -> None:
    values = [0.1, 1 / 3, 5e-324, 1.7976931348623157e308, -0.0, 2.2250738585072014e-308, 1e22]
    rng = np.random.default_rng(0)
    random = rng.integers(0, 2**63, 500, dtype=np.int64).view(np.float64)
    values += [float(v) for v in random if math.isfinite(v)]
    project = edits.set_samples(preset("mazur"), [values], [[0.0, 1.0]])
    project = edits.set_weights_matrix(project, 1, [values, values[::-1]])
    again = decode_project(encode_project(project))
    assert [v.hex() for v in again.data.inputs[0]] == [v.hex() for v in values]
    assert again.parameters[0].weights.tobytes() == project.parameters[0].weights.tobytes()


def test_the_file_is_plain_json_in_the_design_order_with_short_lines() -> None:
    text = encode_project(preset("mazur")).decode()
    assert list(json.loads(text)) == [
        "format", "version", "title", "seed", "network", "parameters", "data",
    ]  # fmt: skip
    assert max(map(len, text.splitlines())) <= 100
    assert "[0.15, 0.2]" in text
    assert text.endswith("}\n")


def test_drawn_layers_leave_no_parameters_behind() -> None:
    assert "parameters" not in json.loads(encode_project(preset("first_look")))
    typed = edits.set_weight(preset("first_look"), 2, 1, 1, 0.5)
    entries = json.loads(encode_project(typed))["parameters"]
    assert [entry is None for entry in entries] == [True, False, True, True, True]


def test_a_title_in_any_script_comes_back() -> None:
    project = edits.set_title(preset("mazur"), "기울기 “소실” 🧠 \\ \t \x7f")
    assert decode_project(encode_project(project)) == project


def test_a_byte_order_mark_is_passed_over() -> None:
    assert decode_project(b"\xef\xbb\xbf" + encode_project(preset("mazur"))) == preset("mazur")


def test_ids_are_assigned_where_absent_and_kept_in_the_file() -> None:
    content = json.loads(encode_project(preset("first_look")))
    for layer in content["network"]["layers"]:
        del layer["id"]
    content["network"]["layers"][2]["id"] = 1
    project = decode_project(json.dumps(content).encode())
    assert project.layer_ids == (2, 3, 1, 4, 5)
    assert decode_project(encode_project(project)).layer_ids == (2, 3, 1, 4, 5)


def test_title_seed_bias_and_parameters_may_be_absent() -> None:
    content = json.loads(DESIGN_EXAMPLE)
    for key in ("title", "seed", "parameters"):
        del content[key]
    del content["network"]["layers"][0]["bias"]
    project = decode_project(json.dumps(content).encode())
    assert (project.title, project.seed, project.parameters) == ("", 0, (None,))
    assert project.layers[0].bias == Choice.of("zeros")


def test_an_entry_may_hold_weights_alone_and_the_biases_are_drawn() -> None:
    content = json.loads(DESIGN_EXAMPLE)
    del content["parameters"][0]["biases"]
    project = decode_project(json.dumps(content).encode())
    assert project.parameters[0].biases is None
    assert decode_project(encode_project(project)) == project


def test_whole_numbers_serve_as_floats() -> None:
    content = json.loads(DESIGN_EXAMPLE)
    content["parameters"][0]["weights"] = [[1, 0], [0, 1]]
    content["network"]["layers"][0]["weights"]["gain"] = 2
    project = decode_project(json.dumps(content).encode())
    np.testing.assert_array_equal(project.parameters[0].weights, np.eye(2))


def test_older_versions_migrate_one_step_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradsim.project.decoding.VERSION", 3)
    steps = {
        1: lambda content: {**content, "steps": ["1 to 2"]},
        2: lambda content: {**content, "steps": [*content["steps"], "2 to 3"]},
    }
    content = migrated({"version": 1}, 1, steps)
    assert content == {"version": 3, "steps": ["1 to 2", "2 to 3"]}
    assert migrated({"version": 3}, 3, {}) == {"version": 3}


def test_an_older_file_is_opened_through_its_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(content: dict[str, object]) -> dict[str, object]:
        content = dict(content)
        content["title"] = content.pop("name")
        return content

    monkeypatch.setattr("gradsim.project.decoding.MIGRATIONS", {1: rename})
    content = json.loads(encode_project(preset("mazur")))
    content["version"] = 1
    content["name"] = content.pop("title")
    assert decode_project(json.dumps(content).encode()).title == preset("mazur").title
