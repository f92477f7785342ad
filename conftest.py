"""What every test shares: the database, people and fakes."""
