"""From what a person typed to the query that is meant: filters, spelling, units, and what was asked before."""
