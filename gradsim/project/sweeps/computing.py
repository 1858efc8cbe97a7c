"""Computes one cell, wherever it is sent: in this process, in another, or on a cluster."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.statistics import Statistic
from gradsim.engine.verdict.records import Quantity
from gradsim.project.decoding import decode_project
from gradsim.project.model import Project
from gradsim.project.sweeps.cells import Cell
from gradsim.project.sweeps.machine import Machine, this_machine
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.records import CellRecord, record_of
from gradsim.project.sweeps.results import CellResult, measure_cell


class Order(NamedTuple):
    """One cell to compute, with all that it takes; small, and the same wherever it is sent.

    project : as its file has it.
    """

    project: bytes
    number: int
    cell: Cell
    seeds: int
    sample: int | None
    quantity: Quantity
    statistic: Statistic


class Computed(NamedTuple):
    """A finished cell and the machine that it was computed on."""

    record: CellRecord
    machine: Machine


def order_of(plan: Plan, index: int) -> Order:
    """The order for cell number `index` of `plan`."""
    return Order(
        plan.encoded_project, index, plan.axes.cell(index), plan.seeds, plan.sample,
        plan.quantity, plan.statistic,
    )  # fmt: skip


def compute(order: Order, cancelled: Callable[[], bool] | None = None) -> Computed:
    """Measure the cell, BLAS held to one thread so that the sums run alike everywhere.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    limit_blas_threads()
    try:
        found = measure_cell(
            _project(order.project),
            order.cell,
            order.seeds,
            sample=order.sample,
            quantity=order.quantity,
            statistic=order.statistic,
            cancelled=cancelled,
        )
    except MemoryError:
        problem = Problem(
            QT_TRANSLATE_NOOP("Problem", "There is not enough memory for a network of this size.")
        )
        found = CellResult(order.cell, (), problem=problem)
    return Computed(record_of(order.number, found, order.sample), this_machine())


@lru_cache(maxsize=2)
def _project(encoded: bytes) -> Project:
    return decode_project(encoded)
