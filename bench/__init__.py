"""Measurements, each beside a floor that does the bare minimum, in one run."""
