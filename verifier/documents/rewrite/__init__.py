"""Letters written again with corrected links, one rewriter a format."""
