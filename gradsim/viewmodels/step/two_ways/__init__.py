"""The page of the output's two ways: cost and activation one by one, and the shortcut a − y."""
