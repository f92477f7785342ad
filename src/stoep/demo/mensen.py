"""The people who work in Havendam, all invented; they return in demo, tests and documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PASSWORD: Final = "havendam-demo-2026"  # noqa: S105 - printed by `make run`; the demo refuses production


@dataclass(frozen=True, slots=True)
class Afdelingsgegevens:
    """A department: code, name, phone."""

    code: str
    naam: str
    telefoon: str = "14 0115"


@dataclass(frozen=True, slots=True)
class Persoon:
    """An employee: name, job, department, roles, groups and hours a week."""

    voornaam: str
    achternaam: str
    functie: str
    afdeling: str
    rollen: tuple[str, ...]
    groepen: tuple[str, ...] = ()
    uren: int = 36
    toont: str = ""

    @property
    def naam(self) -> str:
        """First and last name."""
        return f"{self.voornaam} {self.achternaam}"

    @property
    def username(self) -> str:
        """The user name: the first name, in lower case."""
        return self.voornaam.lower()

    @property
    def email(self) -> str:
        """An address in the reserved domain of examples."""
        last = self.achternaam.lower().replace(" ", "")
        return f"{self.username}.{last}@havendam.example"


AFDELINGEN: Final = (
    Afdelingsgegevens("openbare-ruimte", "Openbare ruimte"),
    Afdelingsgegevens("groen", "Groen"),
    Afdelingsgegevens("afval-en-reiniging", "Afval en reiniging"),
    Afdelingsgegevens("verkeer", "Verkeer"),
    Afdelingsgegevens("toezicht-en-handhaving", "Toezicht en handhaving"),
    Afdelingsgegevens("haven", "Havenbedrijf"),
    Afdelingsgegevens("klantcontact", "Klantcontact"),
    Afdelingsgegevens("burgerzaken", "Burgerzaken"),
    Afdelingsgegevens("communicatie", "Communicatie"),
    Afdelingsgegevens("informatie", "Informatie en automatisering"),
)

GROEPEN: Final = (
    ("wegen", "Wegen", "openbare-ruimte"),
    ("licht-en-riool", "Licht en riool", "openbare-ruimte"),
    ("spelen", "Spelen en straatmeubilair", "openbare-ruimte"),
    ("groen", "Groen en bomen", "groen"),
    ("reiniging", "Reiniging", "afval-en-reiniging"),
    ("verkeer", "Verkeer", "verkeer"),
    ("handhaving", "Handhaving", "toezicht-en-handhaving"),
    ("haven", "Havendienst", "haven"),
    ("wachtdienst", "Wachtdienst", "openbare-ruimte"),
    ("coordinatie", "Coördinatie openbare ruimte", "openbare-ruimte"),
)

MENSEN: Final = (
    Persoon("Noor", "Bakker", "Behandelaar wegen", "openbare-ruimte", ("behandelaar",), ("wegen", "wachtdienst"), 32, "behandelt meldingen over wegen en stoepen"),
    Persoon("Fatima", "Yilmaz", "Medewerker klantcontact", "klantcontact", ("kcc-medewerker",), (), 28, "neemt meldingen aan bij telefoon en balie"),
    Persoon("Ilse", "van Dam", "Teamleider openbare ruimte", "openbare-ruimte", ("teamleider",), ("coordinatie",), 36, "verdeelt het werk, maakt regels, ziet cijfers"),
    Persoon("Joris", "Smit", "Redacteur", "communicatie", ("redacteur",), (), 32, "schrijft de website en plaatst mededelingen"),
    Persoon("Anouk", "de Wit", "Functioneel beheerder", "informatie", ("functioneel-beheerder",), (), 36, "beheert accounts, rollen en storingen"),
    Persoon("Bram", "Janssen", "Behandelaar groen", "groen", ("behandelaar",), ("groen",), 36, "behandelt meldingen over bomen en groen"),
    Persoon("Karim", "Haddad", "Behandelaar wegen", "openbare-ruimte", ("behandelaar",), ("wegen", "wachtdienst"), 36),
    Persoon("Lotte", "Vermeer", "Behandelaar licht en riool", "openbare-ruimte", ("behandelaar",), ("licht-en-riool",), 24),
    Persoon("Peter", "de Groot", "Behandelaar licht en riool", "openbare-ruimte", ("behandelaar",), ("licht-en-riool", "wachtdienst"), 36),
    Persoon("Sofie", "Peeters", "Inspecteur speelplekken", "openbare-ruimte", ("behandelaar",), ("spelen",), 32),
    Persoon("Daan", "Mulder", "Boombeheerder", "groen", ("behandelaar",), ("groen",), 32),
    Persoon("Meryem", "Aydin", "Voorvrouw reiniging", "afval-en-reiniging", ("behandelaar",), ("reiniging",), 36),
    Persoon("Kees", "Hofman", "Medewerker reiniging", "afval-en-reiniging", ("behandelaar",), ("reiniging",), 36),
    Persoon("Ruben", "Willems", "Verkeerskundige", "verkeer", ("behandelaar",), ("verkeer",), 36),
    Persoon("Chantal", "Kuiper", "Handhaver", "toezicht-en-handhaving", ("behandelaar",), ("handhaving",), 36),
    Persoon("Ahmed", "El Idrissi", "Handhaver", "toezicht-en-handhaving", ("behandelaar",), ("handhaving", "wachtdienst"), 36),
    Persoon("Wim", "Zeeman", "Havenmeester", "haven", ("behandelaar",), ("haven",), 36),
    Persoon("Sem", "de Groot", "Inspecteur openbare ruimte", "openbare-ruimte", ("inspecteur",), (), 32, "loopt een ronde met de telefoon, ook zonder bereik"),
    Persoon("Esther", "Blom", "Medewerker klantcontact", "klantcontact", ("kcc-medewerker",), (), 24),
)  # fmt: skip

# Whose absence is known, and who replaces: (who, from and until in days from today, replacement).
AFWEZIG: Final = (
    ("Daan", -1, 12, "Bram"),
    ("Lotte", 9, 20, "Peter"),
)


@dataclass(frozen=True, slots=True)
class Regelgegevens:
    """An assignment rule of Havendam, as its command takes it."""

    naam: str
    groep: str
    categorieen: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    weekdagen: tuple[int, ...] = ()
    uur_van: int | None = None
    uur_tot: int | None = None
    prioriteit: int = 100
    kies_lid: bool = True


SPOED: Final = (
    "hangende-kabel", "boom-gevaarlijk", "putdeksel", "gaslucht", "gladheid", "injectienaald", "verkeerslicht", "asbest",
)  # fmt: skip

REGELS: Final = (
    Regelgegevens("Spoed buiten kantooruren", "wachtdienst", SPOED, uur_van=17, uur_tot=8, prioriteit=10),
    Regelgegevens("Spoed in het weekend", "wachtdienst", SPOED, weekdagen=(5, 6), prioriteit=10),
    Regelgegevens("Havengebied", "haven", ("haven-strand-en-oevers",), prioriteit=50),
    Regelgegevens("Wegen Zuidhaven", "wegen", ("wegen-en-straten",), ("zuidhaven",)),
    Regelgegevens("Wegen en stoepen", "wegen", ("wegen-en-straten",)),
    Regelgegevens("Wegmarkering", "verkeer", ("wegmarkering",), prioriteit=90),
    Regelgegevens("Licht en riool", "licht-en-riool", ("straatverlichting", "water-en-riolering")),
    Regelgegevens("Spelen en meubilair", "spelen", ("spelen-en-meubilair",)),
    Regelgegevens("Groen en bomen", "groen", ("groen-en-bomen",)),
    Regelgegevens("Afval", "reiniging", ("afval",)),
    Regelgegevens("Verkeer en parkeren", "verkeer", ("verkeer-en-parkeren",)),
    Regelgegevens("Wrakken en parkeeroverlast", "handhaving", ("fietswrak", "autowrak", "parkeeroverlast"), prioriteit=90),
    Regelgegevens("Overlast", "handhaving", ("overlast",)),
    Regelgegevens("Hondenpoep en dode dieren", "handhaving", ("hondenpoep", "dood-dier"), prioriteit=90),
    Regelgegevens("Dieren", "handhaving", ("dieren",)),
    Regelgegevens("Al het andere", "coordinatie", prioriteit=900, kies_lid=False),
)  # fmt: skip
