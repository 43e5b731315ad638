"""What web archives hold of a URL: all are asked over Memento, the Wayback Machine also through its index (CDX)."""
