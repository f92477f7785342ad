"""Photos that somebody chose while the rest of the form was not right yet: kept, so that nothing is chosen twice."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from stoep.foundation import links, storage
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.keep_foto import keep_foto
from stoep.meldingen.errors import TooManyFotos
from stoep.meldingen.web.fields import FotosField, name_of

PURPOSE = "meldingen.gekozen-foto"
KEPT_SECONDS = 24 * 60 * 60
MOST = 3


class FotosForm(StoepForm):
    """A form with up to three photos."""

    foto = FotosField(label=_("Foto"), help_text=_("JPG, PNG of WebP, hoogstens 3 foto's."), required=False)

    bewaard: list[str]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.bewaard = []

    @property
    def is_vol(self) -> bool:
        """True when no more photos can be added."""
        return len(self.bewaard) >= MOST


def keep_fotos(request: HttpRequest, form: FotosForm) -> None:
    """Store what was chosen now beside what was kept before; what is no photo is told at the field.

    `form.bewaard` then holds tokens for the hidden fields of the form. One that was changed or is a day old
    is forgotten.
    """
    form.bewaard = [token for token in request.POST.getlist("bewaard")[:MOST] if hash_of(token)]
    for file in request.FILES.getlist("foto"):
        if form.is_vol:
            form.add_error("foto", str(TooManyFotos(limiet=MOST)))
            return
        try:
            photo = prepare_photo(file)  # type: ignore[arg-type]
        except DomainError as error:
            form.add_error("foto", f"{name_of(file)}: {error}")
            continue
        token = links.sign(PURPOSE, keep_foto(photo.data))
        if hash_of(token) not in [hash_of(kept) for kept in form.bewaard]:
            form.bewaard.append(token)


def read_fotos(form: FotosForm) -> list[Foto]:
    """The photos that were kept."""
    fotos = []
    for token in form.bewaard:
        with storage.open_stored(hash_of(token)) as file:
            fotos.append(Foto(file.read()))
    return fotos


def hash_of(token: str) -> str:
    """The hash that a token stands for; "" when it is not ours, too old, or its file is gone."""
    try:
        sha256 = links.unsign(PURPOSE, token, max_age=KEPT_SECONDS)
    except NotFound:
        return ""
    return sha256 if storage.exists(sha256) else ""
