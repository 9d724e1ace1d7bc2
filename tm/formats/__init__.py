"""The files that carry translation units, in and out."""
