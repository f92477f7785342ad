"""The words of each mail to a contractor: one rule for the preview and for what is sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stoep.foundation.nederlands import counted


@dataclass(frozen=True, slots=True)
class Mailtekst:
    """A mail as the contractor reads it."""

    onderwerp: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Orderfeiten:
    """What a mail may say of an order: nothing of who reported it."""

    nummer: str
    aanhef: str
    gemeente: str
    onderwerp: str
    wat: str
    adres: str
    gebied: str
    coordinaten: str
    kaart: str
    klaar: str
    spoed: bool
    link: str
    link_tot: str
    fotos: int = 0
    groet: str = ""
    object: str = ""

    @property
    def plek(self) -> str:
        """Where it is, on one line."""
        return ", ".join(part for part in (self.adres, self.gebied) if part) or "zie de kaart"

    @property
    def kort(self) -> str:
        """Number, subject and street, as it fits in the subject of a mail."""
        street = self.adres.partition(",")[0]
        return f"{self.nummer}: {self.onderwerp}" + (f", {street}" if street else "")


def opening(feiten: Orderfeiten) -> str:
    """How each mail begins."""
    return f"Beste {feiten.aanhef},\n\n"


def closing(feiten: Orderfeiten) -> str:
    """How each mail about an order that runs ends."""
    groet = f"Met vriendelijke groet,\n{feiten.groet}" if feiten.groet else "Met vriendelijke groet,"
    return f"Bekijk de opdracht, u hoeft niet in te loggen:\n{feiten.link}\n\n{groet}"


def compose_opdracht(feiten: Orderfeiten) -> Mailtekst:
    """The order itself."""
    fotos = f"Foto's: {counted(feiten.fotos, 'foto', 'foto’s')} bij deze e-mail\n" if feiten.fotos else ""
    tekst = (
        opening(feiten)
        + f"{feiten.gemeente} vraagt u dit te doen.\n\n"
        + ("DIT HEEFT SPOED.\n\n" if feiten.spoed else "")
        + f"{feiten.wat}\n\n"
        + f"Opdracht: {feiten.nummer}\n"
        + f"Waar: {feiten.plek}\n"
        + (f"Welke: {feiten.object}\n" if feiten.object else "")
        + f"Coördinaten: {feiten.coordinaten}\n"
        + f"Kaart: {feiten.kaart}\n"
        + f"Klaar: uiterlijk {feiten.klaar}\n"
        + fotos
        + "\nGeef een dag door, meld het werk gereed of geef de opdracht terug. U hoeft niet in te loggen:\n"
        + f"{feiten.link}\n\n"
        + f"De link werkt tot en met {feiten.link_tot}. Geef de link alleen aan wie het werk doet.\n\n"
        + (f"Met vriendelijke groet,\n{feiten.groet}" if feiten.groet else "Met vriendelijke groet,")
    )
    return Mailtekst(f"{'Spoed: opdracht' if feiten.spoed else 'Opdracht'} {feiten.kort}", tekst)


def compose_bijna(feiten: Orderfeiten) -> Mailtekst:
    """The reminder before the term."""
    tekst = (
        f"Opdracht {feiten.kort} moet uiterlijk {feiten.klaar} klaar zijn. Is het al klaar? Meld het dan gereed.\n\n"
    )
    return Mailtekst(f"Herinnering: opdracht {feiten.kort}", opening(feiten) + tekst + closing(feiten))


def compose_te_laat(feiten: Orderfeiten) -> Mailtekst:
    """The reminder when the term is over."""
    tekst = (
        f"Opdracht {feiten.kort} moest uiterlijk {feiten.klaar} klaar zijn. Wij hebben nog niet gehoord dat het af is.\n\n"
        "Is het klaar? Meld het gereed. Lukt het niet? Laat ons weten wanneer wel, of geef de opdracht terug.\n\n"
    )
    return Mailtekst(f"Te laat: opdracht {feiten.kort}", opening(feiten) + tekst + closing(feiten))


def compose_escalatie(feiten: Orderfeiten, *, nemer: str, telefoon: str, behandelaar: str, zaak_link: str) -> Mailtekst:
    """To our own handler: this one is late and needs a call."""
    bel = f" Bel {telefoon}." if telefoon else ""
    tekst = (
        f"Beste {behandelaar},\n\n"
        f"Opdracht {feiten.kort} ligt bij {nemer} en had uiterlijk {feiten.klaar} klaar moeten zijn. "
        f"Wij hebben de aannemer al gemaand.{bel}\n\n"
        f"Bekijk de zaak:\n{zaak_link}\n\nDit bericht maakte Stoep zelf."
    )
    return Mailtekst(f"Aannemer te laat: {feiten.kort}", tekst)


def compose_ingetrokken(feiten: Orderfeiten, *, reden: str) -> Mailtekst:
    """The order is not needed any more."""
    why = f"{reden}\n\n" if reden else ""
    tekst = f"Opdracht {feiten.kort} is ingetrokken. U hoeft hier niets meer te doen.\n\n{why}"
    groet = f"Met vriendelijke groet,\n{feiten.groet}" if feiten.groet else "Met vriendelijke groet,"
    return Mailtekst(f"Ingetrokken: opdracht {feiten.kort}", opening(feiten) + tekst + groet)


def compose_antwoord(feiten: Orderfeiten, *, vraag: str, antwoord: str, is_verzet: bool) -> Mailtekst:
    """The answer to a question of the contractor, perhaps with a new term."""
    asked = f"U vroeg: {vraag}\n\n" if vraag else ""
    moved = f"De opdracht moet nu uiterlijk {feiten.klaar} klaar zijn.\n\n" if is_verzet else ""
    return Mailtekst(
        f"Over opdracht {feiten.kort}", opening(feiten) + asked + f"{antwoord}\n\n" + moved + closing(feiten)
    )


def compose_afgekeurd(feiten: Orderfeiten, *, reden: str) -> Mailtekst:
    """The work is not good yet."""
    tekst = (
        f"U meldde opdracht {feiten.kort} gereed. Wij hebben gekeken: het is nog niet goed.\n\n{reden}\n\n"
        f"Maakt u het af? De opdracht moet uiterlijk {feiten.klaar} klaar zijn.\n\n"
    )
    return Mailtekst(f"Nog niet goed: opdracht {feiten.kort}", opening(feiten) + tekst + closing(feiten))


def compose_link(feiten: Orderfeiten) -> Mailtekst:
    """A new link to one order; the old one stops."""
    tekst = f"Hier is een nieuwe link naar opdracht {feiten.kort}. De oude link werkt niet meer.\n\n"
    return Mailtekst(f"Nieuwe link: opdracht {feiten.kort}", opening(feiten) + tekst + closing(feiten))


def compose_overzicht(*, aanhef: str, link: str, dagen: int, regels: Sequence[str]) -> Mailtekst:
    """The overview of what is open, asked for by the address that we know."""
    lines = "\n".join(f"- {one}" for one in regels) if regels else "Er staan nu geen opdrachten voor u open."
    tekst = (
        f"Beste {aanhef},\n\nU vroeg om een overzicht van uw opdrachten.\n\n{lines}\n\n"
        f"Bekijk al uw open opdrachten, u hoeft niet in te loggen:\n{link}\n\n"
        f"Deze link werkt {dagen} dagen. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.\n\n"
        "Met vriendelijke groet,"
    )
    return Mailtekst("Uw openstaande opdrachten", tekst)
