"""The one change to a project that would help its gradient most, found by measuring changes."""
