"""Word lists of the extractor, one folder for each language."""
