"""The singular values of the Jacobians, computed while looked at, ready to draw and in words."""
