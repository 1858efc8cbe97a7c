"""With which instructions NumPy computes a function on this processor."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8)
def kernel_of(function: str) -> str:
    """NumPy's name of the instructions for float64 `function`, such as X86_V4 or AVX512_SKX.

    Empty where NumPy has none but plain ones, and before NumPy 2.0, which does not tell.
    """
    try:
        from numpy.lib.introspect import opt_func_info
    except ImportError:
        return ""
    found = opt_func_info(func_name=f"^{function}$", signature="float64")
    for kernel in found.get(function, {}).values():
        return str(kernel["current"])
    return ""
