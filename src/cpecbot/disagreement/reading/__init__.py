"""A sentence as claims are read from it: what its values belong to, and what it speaks of unsaid."""
