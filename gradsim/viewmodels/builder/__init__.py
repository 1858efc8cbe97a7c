"""What the network builder shows and does, without widgets."""
