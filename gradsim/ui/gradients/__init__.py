"""The widgets of the Gradients workspace and of the side column of Step."""
