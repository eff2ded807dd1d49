"""`python -m webapp` is `dateline`."""

from webapp.cli import main

if __name__ == "__main__":
    main(prog_name="dateline")
