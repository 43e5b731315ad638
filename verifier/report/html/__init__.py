"""Report -> one HTML file, and the index of the folder in which such files stand."""

from verifier.report.html.rendering import pieces, render

__all__ = ["pieces", "render"]
