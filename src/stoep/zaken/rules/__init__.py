"""What is decided about a zaak, as pure functions over plain values."""
