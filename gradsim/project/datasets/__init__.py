"""Where samples come from: one table of data sets, and the arrays that a project takes from it."""

from gradsim.project.datasets.dataset import Dataset, Request
from gradsim.project.datasets.loading import (
    data_options,
    input_lock,
    load_data,
    output_lock,
    output_widths,
    sample_count,
)
from gradsim.project.datasets.table import DATASETS

__all__ = [
    "DATASETS",
    "Dataset",
    "Request",
    "data_options",
    "input_lock",
    "load_data",
    "output_lock",
    "output_widths",
    "sample_count",
]
