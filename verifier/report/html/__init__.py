"""Report -> one HTML file, and the index of the folder in which such files stand."""

from verifier.report.html.rendering import pieces

__all__ = ["pieces"]
