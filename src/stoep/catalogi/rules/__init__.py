"""What a type may say, as pure functions."""
