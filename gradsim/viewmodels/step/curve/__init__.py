"""The curve that the current factor is the slope of."""
