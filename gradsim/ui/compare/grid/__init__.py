"""The Compare page with the grid activation × initialization."""
