"""The ZGW APIs: the norm's names, addresses and codes over Stoep's commands and queries."""
