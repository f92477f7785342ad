"""A place as somebody in a van needs it: coordinates, a map, and the way there."""

from __future__ import annotations


def say_coordinates(lat: float, lon: float) -> str:
    """`51.33012, 3.82345`: as a navigation takes it, to about a metre."""
    return f"{lat:.5f}, {lon:.5f}"


def map_url(lat: float, lon: float) -> str:
    """A map with a pin, for whoever has the mail only."""
    return f"https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=19/{lat:.5f}/{lon:.5f}"


def route_url(lat: float, lon: float) -> str:
    """The way there; opens the navigation of a phone."""
    return f"https://www.google.com/maps/dir/?api=1&destination={lat:.5f},{lon:.5f}"
