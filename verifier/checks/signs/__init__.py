"""What a page, or its address, shows of itself: an error, a wall, a gate, a parked domain.

One sign a file; all pure.
"""
