"""Figures and papers, as people read them in Slack and on the command line."""
