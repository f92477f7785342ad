"""What keeps the figures, and what is written beside them."""

from stoep.sturing.commands.count_meldingen import count_meldingen
from stoep.sturing.commands.mark_change import mark_change
from stoep.sturing.commands.mark_wijziging import mark_wijziging
from stoep.sturing.commands.put_streefwaarde import put_streefwaarde
from stoep.sturing.commands.rebuild_figures import rebuild_figures
from stoep.sturing.commands.remove_mark import remove_mark

__all__ = ["count_meldingen", "mark_change", "mark_wijziging", "put_streefwaarde", "rebuild_figures", "remove_mark"]
