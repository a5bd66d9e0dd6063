"""The body of a telegram: what a line begins with, and the scan that cuts portions."""
