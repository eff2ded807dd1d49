"""Layer 8: HTTP, one blueprint for each area."""
