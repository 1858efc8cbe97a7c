"""What a profile of gradients amounts to: the rules, their order, the words and the remedies."""
