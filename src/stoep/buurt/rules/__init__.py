"""Pure rules of buurt: which reports are public, and how much of them."""
