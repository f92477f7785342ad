"""What is done with messages."""

from stoep.berichten.commands.deliver_bericht import deliver_bericht
from stoep.berichten.commands.erase_berichten import erase_berichten
from stoep.berichten.commands.put_sjabloon import put_sjabloon
from stoep.berichten.commands.retry_bericht import retry_bericht
from stoep.berichten.commands.send_bericht import send_bericht

__all__ = ["deliver_bericht", "erase_berichten", "put_sjabloon", "retry_bericht", "send_bericht"]
