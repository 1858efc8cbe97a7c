"""Predictions: a factor is asked before it is shown, and a wrong answer's mistake is named."""
