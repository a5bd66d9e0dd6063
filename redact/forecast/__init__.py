"""What will be released when: tables, documents, charts and calendars of timelines.

Nothing here holds text of a cable: a file's name, a telegram's number, portion numbers and levels.
"""
