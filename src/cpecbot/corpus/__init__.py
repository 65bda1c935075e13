"""Reading articles: their bytes, their boilerplate, what they state of themselves."""
