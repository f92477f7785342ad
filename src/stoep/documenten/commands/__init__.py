"""What people do with documents."""

from stoep.documenten.commands.add_version import add_version
from stoep.documenten.commands.create_document import create_document
from stoep.documenten.commands.destroy_document import destroy_document
from stoep.documenten.commands.forget_thumbnail import forget_thumbnail
from stoep.documenten.commands.lock_document import lock_document
from stoep.documenten.commands.unlock_document import unlock_document

__all__ = ["add_version", "create_document", "destroy_document", "forget_thumbnail", "lock_document", "unlock_document"]
