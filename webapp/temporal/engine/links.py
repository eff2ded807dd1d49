"""Cues that tie neighbouring expressions together; layers above read them by these names."""

RANGE_FIRST = "range_first"  # the "Monday" of "from Monday to Thursday"
RANGE_LAST = "range_last"  # its "Thursday"
APPOSED = "apposed"  # a full date that explains the one before it: "fifty years ago today, May 3, 1961"
TOLD = "told"  # the "February" of "they bought it in February": the verb tells what happened then
