"""What the race shows and does: who enters, the race off the window's thread, and its words."""
