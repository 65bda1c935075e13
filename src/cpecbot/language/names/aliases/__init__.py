"""Names that articles give for one another: "(NDMA)", 又称, known as."""
