"""Stoep: the open service platform of a Dutch municipality."""

__version__ = "0.1.0"
