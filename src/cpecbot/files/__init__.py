"""Files as they are dealt with everywhere: what others wrote is read within bounds, what we write is its owner's."""
