"""One cell as a line of the results file: every float exactly, −∞, ∞ and nan by their names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import numpy as np

from gradsim.engine.ensembles import Spread
from gradsim.engine.ensembles.measuring import group_size
from gradsim.engine.verdict.judging import Verdict
from gradsim.project.datasets.loading import sample_count
from gradsim.project.sweeps.plan import choice_text
from gradsim.project.sweeps.results import CellResult

Number = float | str
"""A float, or ``"-inf"``, ``"inf"``, ``"nan"``: JSON has no numbers for these."""


class SpreadRecord(msgspec.Struct):
    """Five numbers of each layer over the seeds, layer 1 first, and how many seeds were lost."""

    lowest: list[Number]
    lower_quartile: list[Number]
    median: list[Number]
    upper_quartile: list[Number]
    highest: list[Number]
    lost: list[int]


class VerdictRecord(msgspec.Struct, omit_defaults=True):
    """The verdict on the draw in the middle."""

    kind: str
    text: str
    decades: Number | None = None
    activation_decades: Number | None = None
    weights_decades: Number | None = None
    worst_layer: int | None = None
    worst_decades: Number | None = None


class CellRecord(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a sweep keeps of one cell.

    cell : its number, from 0.
    activation, initializer, gain, depth, width : what it sets, absent where the project's stands.
    group : how many seeds were computed at once; part of what fixes the last bits.
    machine : the number, from 1, of the machine that computed it.
    ratios : by ``quantity.statistic``, log₁₀ of first over last layer, one for each seed.
    profiles : by ``quantity.statistic``, log₁₀ in each layer, spread over the seeds.
    attribution : by ``activation`` and ``weights``, the decades of ‖δ‖ that each layer's f′ and
        W took or gave, spread over the seeds.
    problem : why there are no numbers.
    """

    cell: int
    activation: str | None = None
    initializer: str | None = None
    gain: float | None = None
    depth: int | None = None
    width: int | None = None
    group: int = 0
    machine: int = 0
    problem: str | None = None
    verdict: VerdictRecord | None = None
    ratios: dict[str, list[Number]] = {}
    profiles: dict[str, SpreadRecord] = {}
    attribution: dict[str, SpreadRecord] = {}


def record_of(index: int, found: CellResult, sample: int | None) -> CellRecord:
    """The record of cell number `index`."""
    record = CellRecord(
        cell=index,
        activation=choice_text(found.cell.activation),
        initializer=choice_text(found.cell.weights),
        gain=found.cell.gain,
        depth=found.cell.depth,
        width=found.cell.width,
    )
    if found.problem is not None:
        record.problem = found.problem.reason
    if found.project is not None and found.ratios is not None and found.profiles is not None:
        samples = 1 if sample is not None else sample_count(found.project.data)
        record.group = group_size(found.project.network, samples, len(found.seeds))
        record.ratios = {_key(key): numbers(values) for key, values in found.ratios.items()}
        record.profiles = {_key(key): _spread(value) for key, value in found.profiles.items()}
        parts = {
            "activation": found.activation_decades,
            "weights": found.weights_decades,
            "remedies": found.remedies_decades,
        }
        record.attribution = {
            name: _spread(value) for name, value in parts.items() if value is not None
        }
    if found.verdict is not None:
        record.verdict = _verdict(found.verdict)
    return record


def numbers(values: Iterable[float]) -> list[Number]:
    """Floats as JSON can hold them all."""
    return [number(value) for value in np.asarray(values, np.float64).tolist()]


def number(value: float) -> Number:
    """A float as JSON can hold it."""
    return value if math.isfinite(value) else repr(value)


def floats(values: Iterable[Number]) -> list[float]:
    """The floats of a record."""
    return [float(value) for value in values]


def encode(record: object) -> bytes:
    """One line, without its end."""
    return msgspec.json.encode(record)


def decode(line: bytes | memoryview) -> CellRecord:
    """The record of one line.

    Raises
    ------
    msgspec.DecodeError
        Where it is none.
    """
    return msgspec.json.decode(line, type=CellRecord)


def _key(key: tuple[str, str]) -> str:
    return ".".join(key)


def _spread(spread: Spread) -> SpreadRecord:
    return SpreadRecord(
        numbers(spread.lowest),
        numbers(spread.lower_quartile),
        numbers(spread.median),
        numbers(spread.upper_quartile),
        numbers(spread.highest),
        spread.lost.tolist(),
    )


def _verdict(verdict: Verdict) -> VerdictRecord:
    known: Mapping[str, Any] = {
        name: None if getattr(verdict, name) is None else number(float(getattr(verdict, name)))
        for name in ("decades", "activation_decades", "weights_decades", "worst_decades")
    }
    return VerdictRecord(
        str(verdict.kind.value), verdict.text, worst_layer=verdict.worst_layer, **known
    )
