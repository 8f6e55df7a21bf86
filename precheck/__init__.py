"""Pre-check a draft small-business loan application before it is sent."""
