"""What infinite and finite width theory says of a profile, and where it has nothing to say."""
