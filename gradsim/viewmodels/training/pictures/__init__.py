"""Pictures of what a network computes at a moment: units, first weights, misread images."""
