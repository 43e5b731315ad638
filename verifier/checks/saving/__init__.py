"""Save Page Now: captures asked for with the user's own keys."""
