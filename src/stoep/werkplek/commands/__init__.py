"""The only code that writes rows of the werkplek."""

from stoep.werkplek.commands.change_weergave import change_weergave
from stoep.werkplek.commands.forget_bulk import forget_bulk
from stoep.werkplek.commands.prepare_bulk import prepare_bulk
from stoep.werkplek.commands.remove_weergave import remove_weergave
from stoep.werkplek.commands.run_bulk import run_bulk
from stoep.werkplek.commands.save_weergave import save_weergave
from stoep.werkplek.commands.start_bulk import start_bulk
from stoep.werkplek.commands.undo_bulk import undo_bulk

__all__ = [
    "change_weergave",
    "forget_bulk",
    "prepare_bulk",
    "remove_weergave",
    "run_bulk",
    "save_weergave",
    "start_bulk",
    "undo_bulk",
]
