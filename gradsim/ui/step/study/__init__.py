"""The pages beside the factor's card: each looks at the same walk from another side."""
