"""The commands of the command line, a module for each kind; ``COMMANDS`` of a module maps names to them."""
