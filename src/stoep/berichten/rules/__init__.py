"""How messages are made, as pure functions."""
