"""What the Gradients workspace and the side column of Step show, without widgets."""
