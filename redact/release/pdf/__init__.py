"""The form as PDF: pages written afresh from the pieces of a release, nothing taken over."""
