"""Tests of gradsim.engine.remedies."""
