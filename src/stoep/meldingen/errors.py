"""How meldingen says no."""

from __future__ import annotations

from stoep.foundation.errors import Conflict, Invalid, NotFound, TooMany


class TekstTooLong(Invalid):
    """More text than a report can hold."""

    code = "tekst-too-long"
    message = "Uw tekst is te lang: {lengte} tekens. Maak er hoogstens {limiet} tekens van."
    field = "tekst"


class TekstMissing(Invalid):
    """Neither words nor a category."""

    code = "tekst-missing"
    message = "Schrijf in een paar woorden wat er aan de hand is, of kies hieronder een onderwerp."
    field = "tekst"


class CategorieUnknown(Invalid):
    """A category that does not exist, is switched off, or is only a heading."""

    code = "categorie-unknown"
    message = "Kies een onderwerp uit de lijst."
    field = "categorie"


class PlekMissing(Invalid):
    """No place was given."""

    code = "plek-missing"
    message = "Vul een adres in, of zet de speld op de kaart."
    field = "adres"


class PlekUnreadable(Invalid):
    """Coordinates that are no numbers, or not of this earth."""

    code = "plek-unreadable"
    message = "De plek op de kaart is niet goed doorgekomen. Vul een adres in, of zet de speld opnieuw."
    field = "adres"


class PlekNotInNetherlands(Invalid):
    """Across the border, or at sea."""

    code = "plek-not-in-netherlands"
    message = "Deze plek ligt niet in Nederland, of ligt op zee. Kies een plek op het land in onze gemeente."
    field = "adres"


class PlekOutsideGemeente(Invalid):
    """In the Netherlands, but another municipality must mend it."""

    code = "plek-outside-gemeente"
    message = (
        "Deze plek ligt buiten onze gemeente. Wij kunnen daar niets maken. "
        "Meld het bij de gemeente waar de plek ligt, of kies een andere plek."
    )
    field = "adres"


class AdresUnknown(Invalid):
    """The address search finds nothing."""

    code = "adres-unknown"
    message = "Wij vinden dit adres niet in onze gemeente. Kijk of het klopt, of vul alleen de straat in."
    field = "adres"


class AdresNotChosen(Invalid):
    """Several addresses match."""

    code = "adres-not-chosen"
    message = "Er zijn meer plekken met deze naam. Kies hieronder welke u bedoelt."
    field = "keuze"


class AdresSearchDown(Invalid):
    """The address search does not answer now."""

    code = "adres-search-down"
    message = "Zoeken op adres lukt nu niet. Zet de speld op de kaart. Lukt dat niet? Bel ons: zie onderaan."
    field = "adres"


class TooManyFotos(Invalid):
    """More photos than a report holds."""

    code = "too-many-fotos"
    message = "U kunt hoogstens {limiet} foto's meesturen. Haal eerst een foto weg."
    field = "foto"


class EmailMissing(Invalid):
    """Asked to be kept informed, but without an address."""

    code = "email-missing"
    message = "Vul uw e-mailadres in. Dan kunnen wij u bericht sturen."
    field = "email"


class ConceptNotFound(NotFound):
    """The draft is unknown or expired: the same answer."""

    code = "concept-not-found"
    message = "Deze melding is niet meer te openen. Een melding die niet is verstuurd, bewaren wij 24 uur."


class ConceptAlreadySent(Conflict):
    """The draft became a report; it cannot be changed any more."""

    code = "concept-already-sent"
    message = "Deze melding is al verstuurd. Wilt u iets toevoegen? Bel ons en noem uw meldingsnummer."


class MeldingNotFound(NotFound):
    """Unknown number, or not yours: the same answer."""

    code = "melding-not-found"
    message = (
        "Wij vinden geen melding met dit nummer en dit e-mailadres. Kijk in de e-mail die u van ons kreeg. "
        "Hebt u geen e-mailadres ingevuld bij uw melding? Bel ons dan."
    )
    field = "nummer"


class NoQuestionOpen(Conflict):
    """The reporter answers, but nothing is asked any more: answered before, or handled meanwhile."""

    code = "no-question-open"
    message = "Wij hebben uw antwoord al, of wachten er niet meer op. Wilt u nog iets doorgeven? Bel ons."


class HerstelfotoExpired(Invalid):
    """The photo was kept a day between preview and sending; that is over."""

    code = "herstelfoto-expired"
    message = "De foto is te lang geleden gekozen. Kies de foto opnieuw."
    field = "foto"


class MelderUnknown(Conflict):
    """A question needs somebody to ask."""

    code = "melder-unknown"
    message = "Deze melder heeft geen e-mailadres achtergelaten. U kunt geen vraag sturen."
    field = "tekst"


class MeldingAlreadyTaken(Conflict):
    """A colleague works on it already; two people would do the same work."""

    code = "melding-already-taken"
    message = "{naam} heeft deze melding al in behandeling. Overleg samen, of draag de melding over met een reden."


class MeldingIsClosed(Conflict):
    """The report has been handled or cancelled."""

    code = "melding-is-closed"
    message = "Melding {nummer} is al {stand}. {wel}"

    def __init__(self, *, nummer: str, stand: str = "afgehandeld", wel: str = "Heropen eerst de melding.") -> None:
        super().__init__(nummer=nummer, stand=stand, wel=wel)


class OvergangNotPossible(Conflict):
    """The table of states has no such step."""

    code = "overgang-not-possible"
    message = "De melding staat op ‘{stand}’. Dan kunt u niet {doen}. {wel}"


class RedenMissing(Invalid):
    """A step that must be explained."""

    code = "reden-missing"
    message = "Schrijf waarom u dit doet."
    field = "tekst"


class AnswerTooLate(NotFound):
    """The link to answer has expired, was used, or never was one: the same answer."""

    code = "answer-too-late"
    message = "Deze link werkt niet (meer). Wilt u toch iets doorgeven? Bel ons en noem uw meldingsnummer."


class HeropenenTooLate(Conflict):
    """Too long ago to ask to look again."""

    code = "heropenen-too-late"
    message = (
        "Uw melding is te lang geleden afgehandeld om te heropenen. Is er iets aan de hand? Doe een nieuwe melding."
    )


class TevredenheidAlreadyGiven(Conflict):
    """The reporter said it before: it is stored once for each closing."""

    code = "tevredenheid-already-given"
    message = "Wij hebben uw mening al. Dank u wel."


class MeldingIsEnding(Conflict):
    """A hoofdmelding whose many parts are being closed is not worked on any more."""

    code = "melding-is-ending"
    message = "Melding {nummer} wordt nu afgehandeld, met al haar deelmeldingen. Kijk over een paar minuten weer."


class MeldingIsDeel(Conflict):
    """A part follows its hoofdmelding; working on both would be double work."""

    code = "melding-is-deel"
    message = "Deze melding hoort bij melding {hoofd}. Doe dit bij {hoofd}, of maak deze melding eerst los."


class CannotMerge(Conflict):
    """These two reports cannot become one; `waarom` says why and what to do."""

    code = "cannot-merge"
    message = "{waarom}"
    field = "hoofd"


class MisbruikNotSuspected(Conflict):
    """Only a suspicious report is judged, once."""

    code = "misbruik-not-suspected"
    message = "Deze melding is al bekeken. Misschien was een collega u voor."


class GolfPlekkenTooMany(Invalid):
    """So many reports cannot lie at more places than there are of them."""

    code = "golf-plekken-too-many"
    message = "Vraag niet om meer plekken dan meldingen."
    field = "golf_plekken"


class GolfNaamMissing(Invalid):
    """A wave is spoken of by its name."""

    code = "golf-naam-missing"
    message = "Geef de golf een naam, bijvoorbeeld: Storm Floor."
    field = "naam"


class GolfAlreadyClosed(Conflict):
    """Nothing joins any more."""

    code = "golf-already-closed"
    message = "Deze golf is al gesloten. Misschien was een collega u voor."


class NotInGolf(Conflict):
    """The report stands by itself."""

    code = "not-in-golf"
    message = "Deze melding hoort niet bij een golf. Misschien was een collega u voor."


class NotMerged(Conflict):
    """Only a part can be split off."""

    code = "not-merged"
    message = "Deze melding staat al op zichzelf. Misschien was een collega u voor."


class MeldingChangedMeanwhile(Conflict):
    """A colleague did something with the report after this form was opened."""

    code = "melding-changed-meanwhile"
    message = (
        "Intussen is er iets veranderd aan deze melding. Kijk hieronder wat. "
        "Wat u typte, staat er nog: klopt het, druk dan nog een keer op de knop."
    )


class PlanInPast(Invalid):
    """A day that has gone."""

    code = "plan-in-past"
    message = "Kies vandaag of een dag die nog komt."
    field = "dag"


class TooManyMeldingen(TooMany):
    """Far more reports from one address than a person makes."""

    code = "too-many-meldingen"
    message = (
        "Er zijn vanaf uw internetverbinding veel meldingen achter elkaar gedaan. Wacht een kwartier. "
        "Wat u invulde, is bewaard. Heeft het haast? Bel ons."
    )


class PlaatshouderUnknown(Invalid):
    """A place between braces that nothing can be filled in for."""

    code = "plaatshouder-unknown"
    message = "Stoep kent {fout} niet. U kunt gebruiken: {bekend}."
    field = "tekst"


class TitelTaken(Conflict):
    """Two texts with one name cannot be told apart in a list."""

    code = "titel-taken"
    message = "Er is al een tekst met deze naam voor deze status. Kies een andere naam."
    field = "titel"


class VraagInvalid(Invalid):
    """A question that cannot be asked."""

    code = "vraag-invalid"
    message = "Deze vraag kan zo niet: {uitleg}"


class GevaarInvalid(Invalid):
    """A sort of danger that says too little."""

    code = "gevaar-invalid"
    message = "Dit gevaar kan zo niet: {uitleg}"


class OpvolgerInvalid(Invalid):
    """Retired without a category that stands for it, or with itself."""

    code = "opvolger-invalid"
    message = "Kies een ander onderwerp dat nog in gebruik is. Daar komen nieuwe meldingen dan terecht."
    field = "opvolger"


class LijstInvalid(Invalid):
    """A list of categories that cannot be read."""

    code = "lijst-invalid"
    message = "Deze lijst kunnen wij niet lezen: {uitleg}"
    field = "bestand"
