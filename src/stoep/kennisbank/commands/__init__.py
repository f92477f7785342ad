"""What one can do in the knowledge base: the only code that writes."""

from stoep.kennisbank.commands.place_mededeling import place_mededeling
from stoep.kennisbank.commands.put_openingstijden import put_afwijkende_dag, put_openingstijden
from stoep.kennisbank.commands.put_page import put_page
from stoep.kennisbank.commands.withdraw_mededeling import withdraw_mededeling

__all__ = ["place_mededeling", "put_afwijkende_dag", "put_openingstijden", "put_page", "withdraw_mededeling"]
