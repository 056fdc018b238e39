"""`python -m jlint` is the command `jlint`."""

from jlint.cli import main

if __name__ == "__main__":
    main()
