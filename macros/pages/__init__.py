"""Record -> page."""
