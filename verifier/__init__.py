"""Check the citations of open letters, reports and articles."""

__version__ = "0.1.0"
