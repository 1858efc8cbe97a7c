"""One step of gradient descent from where the walk stands, looked at before it is taken."""
