"""The page of the race: bar, curves, when the layers moved, and the racers beside them."""
