"""Many cables: what comes in, what goes out, and the account of it."""
