"""Words by which a text says how what it tells is meant: denied, planned, somewhere, another one, named before."""
