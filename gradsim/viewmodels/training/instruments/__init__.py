"""What the instruments over the steps show of a moment's readings."""
