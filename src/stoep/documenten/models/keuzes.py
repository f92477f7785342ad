"""The value lists of the Documenten norm (1.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Documentstatus(models.TextChoices):
    """How far a document is."""

    IN_BEWERKING = "in_bewerking", _("In bewerking")
    TER_VASTSTELLING = "ter_vaststelling", _("Ter vaststelling")
    DEFINITIEF = "definitief", _("Definitief")
    GEARCHIVEERD = "gearchiveerd", _("Gearchiveerd")


class SoortOndertekening(models.TextChoices):
    """How a document was signed."""

    ANALOOG = "analoog", _("Analoog")
    DIGITAAL = "digitaal", _("Digitaal")
    PKI = "pki", _("PKI")


class Algoritme(models.TextChoices):
    """With what a checksum was made."""

    CRC_16 = "crc_16", "CRC-16"
    CRC_32 = "crc_32", "CRC-32"
    CRC_64 = "crc_64", "CRC-64"
    FLETCHER_4 = "fletcher_4", "Fletcher-4"
    FLETCHER_8 = "fletcher_8", "Fletcher-8"
    FLETCHER_16 = "fletcher_16", "Fletcher-16"
    FLETCHER_32 = "fletcher_32", "Fletcher-32"
    HMAC = "hmac", "HMAC"
    MD5 = "md5", "MD5"
    SHA_1 = "sha_1", "SHA-1"
    SHA_256 = "sha_256", "SHA-256"
    SHA_512 = "sha_512", "SHA-512"
    SHA_3 = "sha_3", "SHA-3"


class AardVerzending(models.TextChoices):
    """Whether the betrokkene sent the document or got it."""

    AFZENDER = "afzender", _("Afzender")
    GEADRESSEERDE = "geadresseerde", _("Geadresseerde")


class Objectsoort(models.TextChoices):
    """To what sort of thing a document belongs."""

    BESLUIT = "besluit", _("Besluit")
    ZAAK = "zaak", _("Zaak")
    VERZOEK = "verzoek", _("Verzoek")
