"""Words of page furniture, one file for each language."""
