"""What the assignment rules may know of a report: codes and moments, no personal data."""

from __future__ import annotations

from datetime import datetime

from stoep.zaken.rules.toewijzing import Feiten


def tell_feiten(
    *,
    zaaktype: str,
    categorieen: tuple[str, ...],
    gebieden: tuple[str, ...],
    kanaal: str,
    moment: datetime,
    urgent: bool = False,
) -> Feiten:
    """The facts of a report, from narrow to wide: category, heading, department; quarter or village.

    `moment` is in Dutch time: rules speak of weekdays and hours as people know them.
    """
    return Feiten(
        zaaktype=zaaktype,
        categorieen=tuple(code for code in categorieen if code),
        gebieden=tuple(code for code in gebieden if code),
        kanaal=kanaal,
        weekdag=moment.weekday(),
        uur=moment.hour,
        urgent=urgent,
    )
