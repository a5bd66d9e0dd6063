"""Spans inside portions that a policy may take out: found in the text before any policy runs."""
