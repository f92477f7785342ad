"""The only code that writes rows of meldingen: one verb per file."""

from stoep.meldingen.commands.accept_melding import accept_melding
from stoep.meldingen.commands.add_concept_foto import add_concept_foto, remove_concept_foto
from stoep.meldingen.commands.anonymise_meldingen import anonymise_meldingen
from stoep.meldingen.commands.answer_melding import answer_melding
from stoep.meldingen.commands.answer_vragen import answer_vragen
from stoep.meldingen.commands.ask_melder import ask_melder
from stoep.meldingen.commands.ask_training import ask_training
from stoep.meldingen.commands.cancel_melding import cancel_melding
from stoep.meldingen.commands.confirm_volger import confirm_volger, stop_following
from stoep.meldingen.commands.expire_answers import expire_answers
from stoep.meldingen.commands.expire_concepten import expire_concepten
from stoep.meldingen.commands.follow_melding import follow_melding
from stoep.meldingen.commands.forget_volgers import forget_volgers
from stoep.meldingen.commands.forward_melding import forward_melding, return_melding
from stoep.meldingen.commands.give_tevredenheid import give_tevredenheid
from stoep.meldingen.commands.golf import change_golf, close_golf, close_silent_golven, open_golf, take_out_of_golf
from stoep.meldingen.commands.handle_golf import handle_golf
from stoep.meldingen.commands.import_categorieen import import_categorieen
from stoep.meldingen.commands.import_lijst import import_lijst
from stoep.meldingen.commands.install_teksten import install_teksten
from stoep.meldingen.commands.install_zaaktype import install_zaaktype
from stoep.meldingen.commands.judge_misbruik import judge_misbruik
from stoep.meldingen.commands.make_melding import make_melding
from stoep.meldingen.commands.merge_melding import merge_melding
from stoep.meldingen.commands.note_bekijker import note_bekijker
from stoep.meldingen.commands.note_extern_day import note_extern_day
from stoep.meldingen.commands.plan_melding import plan_melding
from stoep.meldingen.commands.put_categorie import put_categorie
from stoep.meldingen.commands.put_gevaar import put_gevaar
from stoep.meldingen.commands.put_instellingen import put_instellingen, put_reden
from stoep.meldingen.commands.put_standaardtekst import put_standaardtekst, remove_standaardtekst
from stoep.meldingen.commands.put_vraag import put_vraag
from stoep.meldingen.commands.reassign_melding import reassign_melding
from stoep.meldingen.commands.recategorise_melding import recategorise_melding
from stoep.meldingen.commands.register_melding import register_melding
from stoep.meldingen.commands.reopen_melding import (
    accept_heropenverzoek,
    decline_heropenverzoek,
    reopen_melding,
    request_heropenen,
)
from stoep.meldingen.commands.resolve_melding import resolve_melding
from stoep.meldingen.commands.retire_categorie import retire_categorie
from stoep.meldingen.commands.retire_gevaar import retire_gevaar
from stoep.meldingen.commands.send_concept import send_concept
from stoep.meldingen.commands.set_urgentie import set_urgentie
from stoep.meldingen.commands.show_herstelfotos import show_herstelfotos
from stoep.meldingen.commands.split_melding import split_melding
from stoep.meldingen.commands.train_herkenner import train_herkenner
from stoep.meldingen.commands.use_herkenner import use_herkenner
from stoep.meldingen.commands.write_concept import (
    describe_concept,
    locate_concept,
    note_hints,
    set_concept_contact,
    start_concept,
)

__all__ = [
    "accept_heropenverzoek",
    "accept_melding",
    "add_concept_foto",
    "anonymise_meldingen",
    "answer_melding",
    "answer_vragen",
    "ask_melder",
    "ask_training",
    "cancel_melding",
    "change_golf",
    "close_golf",
    "close_silent_golven",
    "confirm_volger",
    "decline_heropenverzoek",
    "describe_concept",
    "expire_answers",
    "expire_concepten",
    "follow_melding",
    "forget_volgers",
    "forward_melding",
    "give_tevredenheid",
    "handle_golf",
    "import_categorieen",
    "import_lijst",
    "install_teksten",
    "install_zaaktype",
    "judge_misbruik",
    "locate_concept",
    "make_melding",
    "merge_melding",
    "note_bekijker",
    "note_extern_day",
    "note_hints",
    "open_golf",
    "plan_melding",
    "put_categorie",
    "put_gevaar",
    "put_instellingen",
    "put_reden",
    "put_standaardtekst",
    "put_vraag",
    "reassign_melding",
    "recategorise_melding",
    "register_melding",
    "remove_concept_foto",
    "remove_standaardtekst",
    "reopen_melding",
    "request_heropenen",
    "resolve_melding",
    "retire_categorie",
    "retire_gevaar",
    "return_melding",
    "send_concept",
    "set_concept_contact",
    "set_urgentie",
    "show_herstelfotos",
    "split_melding",
    "start_concept",
    "stop_following",
    "take_out_of_golf",
    "train_herkenner",
    "use_herkenner",
]
