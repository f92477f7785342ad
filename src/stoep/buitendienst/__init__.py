"""Buitendienst: inspectors on the street."""
