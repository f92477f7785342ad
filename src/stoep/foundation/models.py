"""The tables of the technique: events and who still must hear them, the two logs, counts and failures."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class OutboxEvent(models.Model):
    """One thing that happened, kept for replay until `outbox.prune` removes it.

    The database adds `xid`, the transaction that told it, for the feed of changes.
    """

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    payload = models.JSONField()
    occurred_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="outbox_by_subject"),
            models.Index(fields=["occurred_at"], name="outbox_by_moment"),
        ]


class Delivery(models.Model):
    """One event that one handler still must hear. Delivered is: the row is gone."""

    pk = models.CompositePrimaryKey("handler", "event_id")
    handler = models.CharField(max_length=200)
    event = models.ForeignKey(
        OutboxEvent, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    subject = models.CharField(max_length=200)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(db_default=Now())
    error = models.TextField(default="", db_default="")
    parked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            # What failed blocks the rest of its subject; nearly always empty, so the check is nearly free.
            models.Index(
                fields=["handler", "subject", "event"],
                name="delivery_failed",
                condition=models.Q(attempts__gt=0),
            ),
            models.Index(fields=["event"], name="delivery_by_event"),
        ]


class SleepingHandler(models.Model):
    """A handler that need hear nothing now: for it no deliveries are written."""

    handler = models.CharField(max_length=200, primary_key=True)


class SecurityLine(models.Model):
    """A line of the security log: who did or read what, when. The database refuses to change or remove it."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=100)
    acting_for = models.CharField(max_length=120, blank=True)
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=140)
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="security_by_subject"),
            models.Index(fields=["actor_kind", "actor_id", "id"], name="security_by_actor"),
        ]


class Change(models.Model):
    """A line of an audittrail: old and new values. It is destroyed together with its subject.

    The part is what was written (a status of a zaak); empty when it was the subject itself.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=100)
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=140)
    old = models.JSONField()
    new = models.JSONField()
    part_kind = models.CharField(max_length=60, db_default="", default="")
    part_id = models.CharField(max_length=140, db_default="", default="")
    label = models.CharField(max_length=200, db_default="", default="")
    actor_name = models.CharField(max_length=200, db_default="", default="")
    acting_for_id = models.CharField(max_length=255, db_default="", default="")
    acting_for_name = models.CharField(max_length=255, db_default="", default="")
    toelichting = models.TextField(db_default="", default="")

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id", "id"], name="change_by_subject")]


class RateCount(models.Model):
    """How often something was tried since `started_at`. The key is a keyed hash: nobody can be found in it."""

    key = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)


class JobFailure(models.Model):
    """Why a job failed the last time: procrastinate keeps that it failed, not why."""

    job_id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    error = models.TextField()


class TableVersion(models.Model):
    """Which version the rows of a watched table have: what was remembered of it holds while this stays the same."""

    name = models.CharField(max_length=63, primary_key=True)
    version = models.UUIDField()
