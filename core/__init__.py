"""The calculation of the Inburgeringsplanner: no screen, no clock, no network."""

VERSIE = "0.1.0"
"""Version of the program; stands on everything that leaves it."""
