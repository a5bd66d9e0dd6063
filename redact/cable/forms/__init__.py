"""The forms of telegram: what each is recognised by, and what is its own in header, page and end.

Each form has its own evidence and its own small modules; all are read into the same `Cable`.
"""
