"""Layer 7: use cases, one transaction each."""
