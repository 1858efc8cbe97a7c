"""Singular values of graded matrices against LAPACK's Jacobi SVD, which is as accurate."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg.lapack import dgejsv

from gradsim.engine.spectra.graded_values import Floats, log10_singular_values


def by_jacobi(matrix: Floats) -> Floats:
    values, _, _, work, _, _ = dgejsv(np.asfortranarray(matrix), joba=0, jobu=3, jobv=3)
    return np.asarray(np.log10(values) + np.log10(work[0] / work[1]))


GRADES = {
    "even": lambda n: np.zeros(n),
    "five decades": lambda n: np.linspace(0, -5, n),
    "forty decades": lambda n: np.linspace(0, -40, n),
    "two hundred decades": lambda n: np.linspace(0, -200, n),
    "a tail": lambda n: np.append(np.zeros(n - n // 4), np.linspace(-3, -30, n // 4)),
    "steps": lambda n: -20.0 * np.floor(np.linspace(0, 4, n)),
}


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("units", [1, 2, 7, 48])
def test_every_value_of_a_graded_matrix_keeps_nine_digits(units: int, grade: str) -> None:
    random = np.random.default_rng(units)
    matrix = random.standard_normal((units + 3, units)) * 10.0 ** GRADES[grade](units)
    assert log10_singular_values(matrix) == pytest.approx(by_jacobi(matrix), abs=1e-9)


def test_values_come_in_descending_order() -> None:
    matrix = np.random.default_rng(0).standard_normal((30, 30)) * 10.0 ** np.linspace(0, -60, 30)
    assert (np.diff(log10_singular_values(matrix)) <= 0).all()
