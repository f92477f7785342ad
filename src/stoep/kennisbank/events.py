"""What happened in the knowledge base."""

from uuid import UUID

from stoep.foundation.outbox import Event


class MededelingPlaced(Event, frozen=True, kw_only=True):
    """A local notice was placed or changed."""

    mededeling_id: UUID

    @property
    def subject(self) -> str:
        """The notice."""
        return f"mededeling:{self.mededeling_id}"


class MededelingWithdrawn(Event, frozen=True, kw_only=True):
    """A local notice was withdrawn before its end."""

    mededeling_id: UUID

    @property
    def subject(self) -> str:
        """The notice."""
        return f"mededeling:{self.mededeling_id}"


class PagePublished(Event, frozen=True, kw_only=True):
    """A page of the site, product or answer came live, or came live again with changes."""

    page_id: int

    @property
    def subject(self) -> str:
        """The page."""
        return f"page:{self.page_id}"


class PageUnpublished(Event, frozen=True, kw_only=True):
    """A page was taken from the site."""

    page_id: int

    @property
    def subject(self) -> str:
        """The page."""
        return f"page:{self.page_id}"
