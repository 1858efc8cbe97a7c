"""By how much each direction of a gradient shrinks or grows on its way back from the output."""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass
from gradsim.engine.spectra.graded_product import GradedProduct, Spectrum
from gradsim.engine.spectra.jacobians import (
    jacobian_factors,
    refuse_without_jacobians,
    spectrum_of,
)


class GradientSpectra(Struct, frozen=True, eq=False):
    """Singular values for one sample, at some layers.

    at : the layers, ascending, from 1; always with the first and the last.
    layers : of J_l = ∂a^(l)/∂a^(l−1) = diag f′(z^(l)) W^(l) at these layers.
    back : of J_L … J_l = ∂a^(L)/∂a^(l−1) there: ∂C/∂a^(l−1) = (J_L … J_l)ᵀ ∂C/∂a^(L). The first
        is the whole network's ∂a^(L)/∂x.
    """

    at: tuple[int, ...]
    layers: tuple[Spectrum, ...]
    back: tuple[Spectrum, ...]

    @property
    def whole(self) -> Spectrum:
        """Of ∂a^(L)/∂x."""
        return self.back[0]


def gradient_spectra(
    forward: ForwardPass,
    sample: int = 1,
    *,
    at: Collection[int] | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> GradientSpectra:
    """The spectra of one sample of a pass without ensemble axes, gathered from the output down.

    The product is multiplied on through every layer; only its spectra are taken at few of them.
    It is kept as Q diag(d) T with Q orthonormal and T well conditioned, renewed at each layer by a
    QR decomposition with column pivoting, so that no small singular value drowns in the rounding
    of a large one; :mod:`graded_values` then keeps the relative accuracy of what is graded. Rows
    of units that pass nothing on are taken out exactly.

    Parameters
    ----------
    sample : int
        Which sample of the pass, from 1.
    at : collection of int, optional
        The layers to tell; all of them unless said. The first and the last are always told.
    progress : callable, optional
        Told how many layers are done, of how many.

    Raises
    ------
    Problem
        Where the forward pass overflowed, or batch normalization couples the samples.
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Saxe et al. 2013 and Pennington et al. 2017 for dynamical isometry; Stewart 1997 for
    graded QR; Cox & Higham 1998 for sorting the rows.
    """
    refuse_without_jacobians(forward)
    depth = forward.network.depth
    wanted = set(range(1, depth + 1) if at is None else at) | {1, depth}
    layers: list[Spectrum] = []
    back: list[Spectrum] = []
    # Transposed: W₁ᵀ D₁ … W_Lᵀ D_L grows on its left, as GradedProduct does.
    product = GradedProduct(forward.network.layers[-1].units)
    for number in range(depth, 0, -1):
        check_cancelled(cancelled)
        factors = jacobian_factors(forward, number, sample - 1)
        for factor in factors:
            product.multiply(factor.T)
        if number in wanted:
            layers.append(spectrum_of(factors))
            back.append(product.spectrum())
        if progress is not None:
            progress(depth - number + 1, depth)
    told = tuple(sorted(wanted & set(range(1, depth + 1))))
    return GradientSpectra(told, tuple(layers[::-1]), tuple(back[::-1]))
