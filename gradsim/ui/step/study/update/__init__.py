"""The page on which a step of gradient descent is looked at and taken."""
