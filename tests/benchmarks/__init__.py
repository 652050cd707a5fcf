"""Measurements that are run by hand: they need the shared test material, and time."""
