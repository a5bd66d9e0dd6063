"""Benchmarks: what it costs, measured in one run; `make bench` prints the tables."""
