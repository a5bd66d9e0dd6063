"""Proof after the fact: whether anything withheld stands in a release, whoever made it."""
