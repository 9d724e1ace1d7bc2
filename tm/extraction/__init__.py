"""Finding terms in a bitext, and terms that are translated in several ways."""
