"""Rates that no single example can show."""
