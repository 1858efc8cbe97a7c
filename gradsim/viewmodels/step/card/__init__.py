"""The factor card: formulas, numbers put in, and sentences for every kind of factor."""
