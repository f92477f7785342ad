"""What people and applications do with documents."""

from stoep.documenten.commands.add_version import add_version
from stoep.documenten.commands.create_document import create_document
from stoep.documenten.commands.destroy_document import destroy_document
from stoep.documenten.commands.forget_thumbnail import forget_thumbnail
from stoep.documenten.commands.lock_document import lock_document
from stoep.documenten.commands.relate_document import relate_document, relate_documents
from stoep.documenten.commands.unlock_document import unlock_document
from stoep.documenten.commands.unrelate_document import unrelate_document, unrelate_object

__all__ = [
    "add_version",
    "create_document",
    "destroy_document",
    "forget_thumbnail",
    "lock_document",
    "relate_document",
    "relate_documents",
    "unlock_document",
    "unrelate_document",
    "unrelate_object",
]
