"""One file a revision, named v<revision>_<what it does>.py."""
