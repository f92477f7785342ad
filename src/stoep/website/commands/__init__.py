"""What one can do to the site itself; its pages are written through kennisbank."""

from stoep.website.commands.set_toptaken import set_toptaken
from stoep.website.commands.set_up_site import set_up_site

__all__ = ["set_toptaken", "set_up_site"]
