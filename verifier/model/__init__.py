"""What the stages hand to each other: frozen, slotted dataclasses and the error tree.

Standard library only, no I/O, no decisions that need more than the value itself.
"""
