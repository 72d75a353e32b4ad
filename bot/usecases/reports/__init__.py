"""Reports before they are sent."""
