"""Reading zaken, always as far as the actor may see them."""

from stoep.zaken.queries.zaken import get_zaak, history_of, list_documents, worklist

__all__ = ["get_zaak", "history_of", "list_documents", "worklist"]
