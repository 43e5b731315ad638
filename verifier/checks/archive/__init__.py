"""What web archives hold of a URL: the Wayback Machine over CDX and availability, other archives over Memento."""
