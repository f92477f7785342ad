"""The stoep command."""


def main() -> None:
    """Run the stoep command."""
