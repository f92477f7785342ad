"""Somebody who looks at photos: OpenCV in a process of its own."""
