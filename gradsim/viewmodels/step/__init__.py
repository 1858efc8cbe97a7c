"""What the Step workspace shows and does, without widgets: the walk, its cursor and its views."""
