"""The header of a telegram: each field in its own module, and the scan that cuts them."""
