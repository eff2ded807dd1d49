"""Layer 7: a tagger scored against annotated text."""
