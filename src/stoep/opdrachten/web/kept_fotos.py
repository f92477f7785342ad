"""Photos that a contractor chose while the rest of the form was not right yet: kept for a day, not chosen twice."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation import links, storage
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.keep_foto import keep_foto
from stoep.opdrachten.commands.keep_fotos import MOST_FOTOS
from stoep.opdrachten.web.fields import FotosField, name_of

PURPOSE = "opdrachten.gekozen-foto"
KEPT_SECONDS = 24 * 60 * 60


class MetFotos(StoepForm):
    """A form with up to three photos."""

    foto = FotosField(
        label=gettext_lazy("Foto"), help_text=gettext_lazy("JPG, PNG of WebP, hoogstens 3 foto's."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bewaard: list[str] = []

    @property
    def is_vol(self) -> bool:
        """True when no more photos can be added."""
        return len(self.bewaard) >= MOST_FOTOS

    def keep(self, request: HttpRequest) -> None:
        """Keep what was chosen now beside what was kept before; what is no photo is told at the field."""
        self.bewaard = [token for token in request.POST.getlist("bewaard")[:MOST_FOTOS] if hash_of(token)]
        for file in request.FILES.getlist("foto"):
            if self.is_vol:
                told = _("U kunt hoogstens {limiet} foto's tegelijk meesturen.")
                self.add_error("foto", told.format(limiet=MOST_FOTOS))
                return
            try:
                photo = prepare_photo(file)  # type: ignore[arg-type]
            except DomainError as error:
                self.add_error("foto", f"{name_of(file)}: {error}")
                continue
            token = links.sign(PURPOSE, keep_foto(photo.data))
            if hash_of(token) not in [hash_of(kept) for kept in self.bewaard]:
                self.bewaard.append(token)

    def fotos(self) -> list[Foto]:
        """The photos that were kept."""
        found = []
        for token in self.bewaard:
            with storage.open_stored(hash_of(token)) as file:
                found.append(Foto(file.read()))
        return found


def hash_of(token: str) -> str:
    """The hash that a token stands for; "" when it is not ours, too old, or its file is gone."""
    try:
        sha256 = links.unsign(PURPOSE, token, max_age=KEPT_SECONDS)
    except NotFound:
        return ""
    return sha256 if storage.exists(sha256) else ""
