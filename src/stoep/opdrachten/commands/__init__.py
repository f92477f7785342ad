"""The only code that writes rows of opdrachten."""

from stoep.opdrachten.commands.answer_as_nemer import (
    ask_gemeente,
    plan_opdracht,
    report_ready,
    return_opdracht,
    view_opdracht,
)
from stoep.opdrachten.commands.note_mail_failed import note_mail_failed
from stoep.opdrachten.commands.put_opdrachtnemer import (
    Termijnafspraak,
    put_opdrachtnemer,
    restore_opdrachtnemer,
    retire_opdrachtnemer,
)
from stoep.opdrachten.commands.remind import remind_opdrachtnemers
from stoep.opdrachten.commands.review_opdracht import (
    accept_opdracht,
    answer_opdrachtnemer,
    close_with_melding,
    reject_opdracht,
    renew_link,
    settle_returned,
    withdraw_double,
    withdraw_opdracht,
    withdraw_with_melding,
)
from stoep.opdrachten.commands.send_opdracht import draft_opdracht, send_opdracht, term_on
from stoep.opdrachten.commands.send_overzicht import send_overzicht

__all__ = [
    "Termijnafspraak",
    "accept_opdracht",
    "answer_opdrachtnemer",
    "ask_gemeente",
    "close_with_melding",
    "draft_opdracht",
    "note_mail_failed",
    "plan_opdracht",
    "put_opdrachtnemer",
    "reject_opdracht",
    "remind_opdrachtnemers",
    "renew_link",
    "report_ready",
    "restore_opdrachtnemer",
    "retire_opdrachtnemer",
    "return_opdracht",
    "send_opdracht",
    "send_overzicht",
    "settle_returned",
    "term_on",
    "view_opdracht",
    "withdraw_double",
    "withdraw_opdracht",
    "withdraw_with_melding",
]
