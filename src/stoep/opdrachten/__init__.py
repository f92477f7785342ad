"""Opdrachten: work given to contractors."""
