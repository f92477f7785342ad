"""What people and applications do with documents."""

from stoep.documenten.commands.change_document import UNCHANGED, change_document
from stoep.documenten.commands.create_document import create_document
from stoep.documenten.commands.destroy_document import destroy_document
from stoep.documenten.commands.forget_thumbnail import forget_thumbnail
from stoep.documenten.commands.forget_uploads import forget_uploads
from stoep.documenten.commands.gebruiksrechten import add_gebruiksrecht, change_gebruiksrecht, remove_gebruiksrecht
from stoep.documenten.commands.lock_document import lock_document
from stoep.documenten.commands.receive_bestandsdeel import receive_bestandsdeel
from stoep.documenten.commands.relate_document import relate_document, relate_documents
from stoep.documenten.commands.relate_elsewhere import relate_elsewhere, unrelate_elsewhere
from stoep.documenten.commands.unlock_document import unlock_document
from stoep.documenten.commands.unrelate_document import unrelate_document, unrelate_object
from stoep.documenten.commands.verzendingen import add_verzending, change_verzending, remove_verzending

__all__ = [
    "UNCHANGED",
    "add_gebruiksrecht",
    "add_verzending",
    "change_document",
    "change_gebruiksrecht",
    "change_verzending",
    "create_document",
    "destroy_document",
    "forget_thumbnail",
    "forget_uploads",
    "lock_document",
    "receive_bestandsdeel",
    "relate_document",
    "relate_documents",
    "relate_elsewhere",
    "remove_gebruiksrecht",
    "remove_verzending",
    "unlock_document",
    "unrelate_document",
    "unrelate_elsewhere",
    "unrelate_object",
]
