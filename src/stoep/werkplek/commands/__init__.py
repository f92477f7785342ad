"""The only code that writes rows of the werkplek."""

from stoep.werkplek.commands.remove_weergave import remove_weergave
from stoep.werkplek.commands.save_weergave import save_weergave

__all__ = ["remove_weergave", "save_weergave"]
