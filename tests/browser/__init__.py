"""What only a browser can show: `make browser` runs the checks, `make pictures` takes pictures."""
