"""PDF: read in a process of its own, within bounds."""
