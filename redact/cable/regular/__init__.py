"""Regular telegrams of 1980–2010, in which every line is of the commonest shape: a short cut.

INVARIANT: it takes a text only where nothing in it could make the general way hesitate, and then
says what the general way says; in any doubt it says nothing. Property tests hold the two together.
"""
