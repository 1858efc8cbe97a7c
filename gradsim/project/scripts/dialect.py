"""What NumPy and PyTorch write differently."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP


class Dialect(Struct, frozen=True):
    """One library's spelling, and how it is run."""

    library: str
    imports: tuple[str, ...]
    opening: str
    closing: str
    run: str
    rough: bool
    check: str

    def tensor(self, literal: str) -> str:
        """The array of a nested list."""
        return f"{self.opening}{literal}{self.closing}"


_CHECK = '''TOLERANCE = 1e-9
checks = 0


def check(name, found, expected, rounding=0.0, power=0):
    """Assert that found * 2**power is expected, but for its last digits."""
    global checks
    {convert}
    expected = {expected}
    assert found.shape == expected.shape, f"{{name}}: {{found.shape}}, not {{expected.shape}}"
    right = {abs}(found - expected) <= TOLERANCE * {abs}(expected) + rounding
    assert right.all(), f"{{name}}: {{found}} is not {{expected}}"
    checks += 1


def rescaled(array, power):
    """array * 2**power as a pair that keeps the largest entry near 1."""
    largest = float(abs(array).max())
    shift = math.frexp(largest)[1] if largest > 0.0 else 0
    return array * 2.0 ** -shift, power + shift
'''

NUMPY = Dialect(
    "NumPy",
    ("import itertools", "import math", "", "import numpy as np"),
    "np.array(",
    ", dtype=float)",
    QT_TRANSLATE_NOOP("Script", "To run it: python {file} (it needs NumPy and nothing else)."),
    rough=False,
    check=_CHECK.format(
        convert="found = np.asarray(found, dtype=float) * 2.0**power",
        expected="np.asarray(expected, dtype=float)",
        abs="np.abs",
    ),
)
TORCH = Dialect(
    "PyTorch",
    ("import itertools", "import math", "", "import torch"),
    "torch.tensor(",
    ", dtype=torch.float64)",
    QT_TRANSLATE_NOOP("Script", "To run it: python {file} (it needs PyTorch and nothing else)."),
    rough=True,
    check=_CHECK.format(
        convert="found = torch.as_tensor(found, dtype=torch.float64).detach() * 2.0**power",
        expected="torch.as_tensor(expected, dtype=torch.float64)",
        abs="torch.abs",
    ),
)
