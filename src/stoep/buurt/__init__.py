"""Buurt: what the neighbourhood sees and follows."""
