"""Tests of gradsim.engine.penalties."""
