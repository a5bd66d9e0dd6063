"""The registers of the cable reader: posts, TAGS, captions."""
