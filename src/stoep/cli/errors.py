"""How the command line says no."""


class CommandRefused(Exception):
    """The command cannot be carried out; the message says why and what to do."""
