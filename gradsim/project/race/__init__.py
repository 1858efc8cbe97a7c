"""A race: several projects trained side by side on the same data, by the same plan."""

from gradsim.project.race.lane import SHARES, Lane
from gradsim.project.race.race import Race
from gradsim.project.race.racers import racer_project

__all__ = ["SHARES", "Lane", "Race", "racer_project"]
