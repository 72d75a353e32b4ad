"""Figures, papers and the forums that they are made for."""
