"""The command line: one small module a command, the only place that knows clock and terminal."""
