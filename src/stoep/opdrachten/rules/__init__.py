"""Rules of opdrachten: pure, without Django, clock or query."""
