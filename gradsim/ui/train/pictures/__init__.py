"""Pictures of the function: the network's, each unit's, the first weights, what is misread."""
