"""Layer 5: reports of all documents arranged into events. Pure functions."""
