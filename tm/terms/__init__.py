"""Terms: concepts, the term base that keeps them, and the files that carry them."""
