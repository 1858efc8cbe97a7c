"""The page of the output's two ways: factors that cancel, and factors that stay."""
