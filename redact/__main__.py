"""`python -m redact`: the command line."""

from redact.cli.main import main

if __name__ == "__main__":
    main()
