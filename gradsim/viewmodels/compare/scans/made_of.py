"""What made a scan, in phrases below its picture: what was measured, what is scanned as a range."""

from __future__ import annotations

from collections.abc import Sequence

from gradsim.engine.problems import Problem
from gradsim.project.ensembles import ensemble_seeds
from gradsim.project.model import Project
from gradsim.project.scans import ScanAxis, cell_at
from gradsim.project.sweeps import cell_project
from gradsim.viewmodels.compare.scans.choice import ScanChoice
from gradsim.viewmodels.compare.scans.curves import Configuration
from gradsim.viewmodels.compare.scans.wording import gain_text
from gradsim.viewmodels.configuration import Varied, configuration


def made_of(configurations: Sequence[Configuration], choice: ScanChoice) -> tuple[str, ...]:
    """The first configuration, and of each pin what is not so; each with the cost in force."""
    if not configurations:
        return ()
    now, *pins = configurations
    shared = _phrases(now.base, choice)
    said = list(shared)
    for pin in pins:
        other = [phrase for phrase in _phrases(pin.base, choice) if phrase not in shared]
        if other:
            said.append(f"{pin.letter}: {', '.join(other)}")
    return tuple(said)


def _phrases(base: Project, choice: ScanChoice) -> tuple[str, ...]:
    """One configuration; as it stands where it cannot be scanned."""
    seeds = ensemble_seeds(base, choice.seeds)
    over_depth = choice.axis is ScanAxis.depth
    low, high = (1, choice.top) if over_depth else choice.gain_range
    # One layer more than there are: what is added is drawn, where the last one may be typed.
    place = min(len(base.layers) + 1, choice.top) if over_depth else high
    try:
        project = cell_project(base, cell_at(choice.axis, place))
    except Problem:
        return configuration(base, Varied(seeds=seeds))
    if over_depth:
        return configuration(project, Varied(depths=f"{low}–{high}", seeds=seeds))
    return configuration(project, Varied(gains=f"{gain_text(low)}–{gain_text(high)}", seeds=seeds))
