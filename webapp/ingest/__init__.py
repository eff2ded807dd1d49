"""Layer 6: from outside to a `Document`, one file for each format; `registry` chooses among them."""
