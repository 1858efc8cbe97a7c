"""What the Compare workspace shows: many configurations side by side."""
