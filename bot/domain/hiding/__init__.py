"""How few cells of linked tables can be hidden so that no small number is given away."""
