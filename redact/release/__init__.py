"""What leaves: the sanitised cable in its forms, its stamp, and the manifest beside it."""
