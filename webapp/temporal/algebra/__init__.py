"""Points, granularities, intervals and durations: arithmetic without words."""
