"""The Train workspace: the plan, the run, and what it does to cost, gradients and layers."""
