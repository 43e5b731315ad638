"""OpenDocument texts, zipped and flat."""
