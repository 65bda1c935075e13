"""What changed between two rounds of a series, point by point."""
