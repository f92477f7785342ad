"""The scopes of the Notificaties API."""

PUBLISH = ("notificaties.publiceren",)
CONSUME = ("notificaties.consumeren",)
EITHER = PUBLISH + CONSUME
