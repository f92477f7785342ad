"""How toegang says no."""

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid, NotAllowed, TooMany


class SignInRefused(Invalid):
    """Name or password is wrong, unknown or switched off: always the same answer."""

    code = "sign-in-refused"
    message = _(
        "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw of bel functioneel beheer."
    )


class SignInLocked(TooMany):
    """Too many failures under this name; existing or not, the answer is the same."""

    code = "sign-in-locked"
    message = _(
        "Inloggen met deze gebruikersnaam is tot {until} uur geblokkeerd, omdat het te vaak misging. "
        "Wacht tot dan, of bel functioneel beheer om de blokkade op te heffen."
    )


class SignInExpired(Conflict):
    """The second step came too late, or without the first."""

    code = "sign-in-expired"
    message = _("Het inloggen heeft te lang geduurd. Begin opnieuw met uw gebruikersnaam en wachtwoord.")


class CodeRefused(Invalid):
    """The code of the second factor is wrong, expired or used before."""

    code = "code-refused"
    field = "code"
    message = _("Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app en vul die in.")


class SecondFactorMissing(NotAllowed):
    """Somebody tries to be signed in without a second factor."""

    code = "second-factor-missing"
    message = _("Inloggen kan alleen met een tweede factor.")


class SecondFactorAlreadySet(Conflict):
    """The second factor is linked already; it must be reset first."""

    code = "second-factor-already-set"
    message = _("Er is al een app gekoppeld. Laat functioneel beheer de tweede factor eerst opnieuw instellen.")


class WrongPassword(Invalid):
    """The present password, asked before it is changed, is wrong."""

    code = "wrong-password"
    field = "huidig_wachtwoord"
    message = _("Dit is niet uw huidige wachtwoord.")


class PasswordTooWeak(Invalid):
    """The new password does not meet the rules."""

    code = "password-too-weak"
    field = "wachtwoord"
    message = "{reasons}"


class UsernameTaken(Conflict):
    """Two accounts cannot have the same user name."""

    code = "username-taken"
    field = "gebruikersnaam"
    message = _("De gebruikersnaam {username} is al in gebruik. Kies een andere.")


class UsernameInvalid(Invalid):
    """A user name has only letters, digits, dots, dashes and underscores."""

    code = "username-invalid"
    field = "gebruikersnaam"
    message = _("Een gebruikersnaam bestaat uit letters, cijfers, punt, streepje of liggend streepje.")


class AccountInactive(Conflict):
    """The account was switched off."""

    code = "account-inactive"
    message = _("Het account van {name} is uitgezet. Zet het eerst weer aan.")


class NotYourself(Conflict):
    """Nobody locks themselves out."""

    code = "not-yourself"
    message = _("U kunt dit niet met uw eigen account doen. Vraag het een collega van functioneel beheer.")


class LastManager(Conflict):
    """Somebody must be able to hand out roles."""

    code = "last-manager"
    message = _("Er moet altijd iemand zijn die rollen mag uitdelen. Geef die rol eerst aan een collega.")


class RolCodeTaken(Conflict):
    """Two roles cannot have the same code."""

    code = "rol-code-taken"
    field = "code"
    message = _("Er is al een rol met de code {rol}. Kies een andere code.")


class RolStillGranted(Conflict):
    """A role that people have cannot be removed."""

    code = "rol-still-granted"
    message = _("{count} medewerkers hebben de rol {naam} nog. Trek de rol eerst bij hen in.")


class RightUnknown(Invalid):
    """A right that Stoep does not know."""

    code = "right-unknown"
    field = "right"
    message = _("Stoep kent het recht {unknown} niet. Kies een recht uit de lijst.")


class TokenRefused(NotAllowed):
    """The token of an application is not believed. The subclasses have the codes of the ZGW field. HTTP 403."""

    code = "invalid-jwt"
    message = _("Het token van deze applicatie klopt niet.")


class NotAuthenticated(TokenRefused):
    """There is no token."""

    code = "not_authenticated"
    message = _("Authenticatiegegevens zijn niet opgegeven.")


class TokenUnreadable(TokenRefused):
    """It is not a JWT with HS256, type JWT, iat and one client id."""

    code = "jwt-decode-error"
    message = _(
        "Het token is niet te lezen. Stuur 'Authorization: Bearer' met een JWT (alg HS256, typ JWT) waarin iat en "
        "client_id staan; iss is gelijk aan client_id."
    )


class TokenSignatureWrong(TokenRefused):
    """The client id is unknown, or the signature was made with another secret: the same answer."""

    code = "invalid-jwt-signature"
    message = _("De client_id is onbekend, of het token is met een ander geheim ondertekend.")


class TokenExpired(TokenRefused):
    """The token is too old."""

    code = "jwt-expired"
    message = _("Het token is verlopen. Een token is een uur geldig vanaf iat; maak een nieuw token.")


class TokenNotYetValid(TokenRefused):
    """The token is from the future."""

    code = "jwt-not-yet-valid"
    message = _("Het token is nog niet geldig. Controleer de klok van de applicatie.")


class ApplicatieLabelMissing(Invalid):
    """An application has a name."""

    code = "blank"
    field = "label"
    message = _("Geef de applicatie een naam van hoogstens 100 tekens.")


class ClientIdInvalid(Invalid):
    """A client id is a short readable name, and an application has at least one."""

    code = "invalid"
    field = "client_ids"
    message = _("Geef minstens één client_id, van 1 tot 50 leesbare tekens zonder spatie aan het begin of eind.")


class ClientIdExists(Invalid):
    """A client id belongs to one application only (ac-001)."""

    code = "clientId-exists"
    field = "client_ids"
    message = _("Een andere applicatie heeft de client_id {client_id} al. Kies een andere.")


class AmbiguousAuthorizations(Invalid):
    """Both all authorisations and a list of them (ac-002)."""

    code = "ambiguous-authorizations-specified"
    message = _("Kies: of de applicatie mag alles, of zij krijgt een lijst met autorisaties. Niet allebei.")


class MissingAuthorizations(Invalid):
    """Neither all authorisations nor a list of them (ac-002)."""

    code = "missing-authorizations"
    message = _("Geef de applicatie minstens één autorisatie, of kies dat zij alles mag.")


class AutorisatieIncomplete(Invalid):
    """An authorisation lacks what its scopes ask for (ac-003)."""

    code = "required"
    message = _("Bij deze scopes hoort een waarde voor {missing}.")


class GeheimMissing(Invalid):
    """A secret is never empty."""

    code = "blank"
    field = "geheim"
    message = _("Een geheim is niet leeg en hoogstens 500 tekens lang.")
