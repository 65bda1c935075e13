"""cpecbot answers questions about the China-Pakistan Economic Corridor with verbatim, cited quotes."""
