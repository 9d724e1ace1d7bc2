"""Training of static encoders: a new one from many pairs, or the bundled one to a user's memory.

The only part of Duizhao that needs torch to do its own work. Runs on a GPU where there is one;
on a CPU, with one thread, the same pairs and settings give the same model bit for bit.
"""
