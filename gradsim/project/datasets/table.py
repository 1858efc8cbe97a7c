"""The one table of data sets, by the name that they carry in the file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.datasets.dataset import Array, Dataset, Options, Request
from gradsim.project.datasets.generated import GENERATED
from gradsim.project.datasets.real import REAL


def _written_elsewhere(_options: Options, _request: Request) -> tuple[Array, Array]:
    raise AssertionError("inline rows stand in the project and are read there")


INLINE = Dataset(
    "inline",
    QT_TRANSLATE_NOOP("Dataset", "Typed samples"),
    QT_TRANSLATE_NOOP("Dataset", "Inputs and targets written in the project, row by row."),
    (),
    None,
    None,
    lambda _options: 0,
    _written_elsewhere,
)

DATASETS: Mapping[str, Dataset] = MappingProxyType(
    {dataset.name: dataset for dataset in (INLINE, *GENERATED, *REAL)}
)
