"""Layer 2: time expressions, recognised in text and resolved against an anchor."""
