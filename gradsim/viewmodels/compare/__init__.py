"""What the pages of Compare show, without widgets."""
