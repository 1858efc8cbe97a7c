"""Penalties: terms beside the cost that pull at the weights; +λw in a weight's equation."""

from gradsim.engine.penalties.penalty import NO_PENALTY, Penalty, with_penalty

__all__ = ["NO_PENALTY", "Penalty", "with_penalty"]
