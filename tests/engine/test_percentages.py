"""0 % and 100 % are said of none and of all, and of nothing else."""

from __future__ import annotations

import pytest

from gradsim.engine.percentages import percent_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0"), (1.0, "100"), (0.5, "50"), (0.98, "98"), (0.949, "95"), (0.005, "0.5"),
        (0.004, "0.4"), (1 / 300, "0.33"), (1e-6, "0.0001"),
        (299 / 300, "99.7"), (0.995, "99.5"), (0.9934, "99"), (2999 / 3000, "99.97"),
        (1 - 1e-6, "99.9999"),
    ],
)  # fmt: skip
def test_a_share_has_the_decimals_that_it_takes(share: float, text: str) -> None:
    assert percent_text(share) == text


def test_no_count_but_none_and_all_is_told_as_such() -> None:
    for units in (2, 3, 7, 199, 200, 201, 1000, 4096):
        told = {percent_text(count / units) for count in range(1, units)}
        assert not told & {"0", "100"}
        assert all(0.0 < float(each) < 100.0 for each in told)
