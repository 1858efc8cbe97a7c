"""What an entry of the gallery is: source, statement, set-ups, a rule on what is measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project

CONTEXT = "Gallery"
"""The translation context of every sentence here."""


class Setup(Struct, frozen=True):
    """One network of an entry, over the batch.

    Parameters
    ----------
    name : its name within the entry.
    label : English, with ``{values}`` filled in by `arguments`.
    make : the project, given the width of its hidden layers.
    width : the width that it is measured with.
    seeds : over so many draws.
    """

    name: str
    label: str
    make: Callable[[int], Project]
    width: int
    seeds: int
    arguments: Mapping[str, object] = field(default_factory=dict)

    def project(self, width: int | None = None) -> Project:
        """The project at its own width or another."""
        return self.make(self.width if width is None else width)


class Number(Struct, frozen=True):
    """One measured number beside what was published of it.

    label, published : English templates; published is empty where the source states no such thing.
    value : the number; nan where there is none.
    decades : whether it is a number of decades, written with its sign.
    """

    label: str
    value: float
    published: str = ""
    decades: bool = False
    arguments: Mapping[str, object] = field(default_factory=dict)


class Finding(Struct, frozen=True):
    """Whether the statement holds here, why or why not, and the numbers that decide it."""

    holds: bool
    reason: str
    numbers: tuple[Number, ...]
    arguments: Mapping[str, object] = field(default_factory=dict)


class Entry(Struct, frozen=True):
    """One published set-up.

    short : authors and year, the same in every language; the title of its projects.
    statement : what the source states, in short and in other words.
    differs : what is different here, above all the data.
    rule : what is asked of the numbers for the statement to hold here.
    judge : from the measurement of each set-up, by name, to the finding.
    """

    name: str
    short: str
    title: str
    source: str
    link: str
    statement: str
    differs: str
    rule: str
    setups: tuple[Setup, ...]
    judge: Callable[[Mapping[str, EnsembleMeasurement]], Finding]


def measure_entry(
    entry: Entry,
    *,
    width: int | None = None,
    seeds: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Finding:
    """Measure every set-up of an entry and judge its statement.

    Parameters
    ----------
    width, seeds : in place of the entry's own, to look at it in small.
    progress : called with the draws done and all there are.

    Raises
    ------
    Problem
        Where a set-up cannot be measured, for example without its data set.
    Cancelled
        Where `cancelled` says so.
    """
    counts = [each.seeds if seeds is None else seeds for each in entry.setups]
    measured: dict[str, EnsembleMeasurement] = {}
    before = 0
    for setup, count in zip(entry.setups, counts, strict=True):
        project = setup.project(width)

        def tell(done: int, before: int = before) -> None:
            if progress is not None:
                progress(before + done, sum(counts))

        measured[setup.name] = measure_project(
            project, ensemble_seeds(project, count), progress=tell, cancelled=cancelled
        )
        before += count
    return entry.judge(measured)
