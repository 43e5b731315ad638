"""What Word and OpenDocument files have in common: the zip package, the walk through XML, what becomes of both."""
