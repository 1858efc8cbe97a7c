"""One project over depth or over gain: its first-to-last ratios, their slope, and theory's."""

from gradsim.project.scans.places import ScanAxis, cell_at, depth_places, gain_places
from gradsim.project.scans.points import ScanPoint, measure_point
from gradsim.project.scans.slopes import LineFit, swept_fit, upper_half_fit

__all__ = [
    "LineFit",
    "ScanAxis",
    "ScanPoint",
    "cell_at",
    "depth_places",
    "gain_places",
    "measure_point",
    "swept_fit",
    "upper_half_fit",
]
