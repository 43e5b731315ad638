"""What Word and OpenDocument files have in common: the zip package, walking through XML, numbering."""
