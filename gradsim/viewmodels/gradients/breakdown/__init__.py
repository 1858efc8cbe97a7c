"""What follows from an attribution: its worst layer and part, and its running sums."""
