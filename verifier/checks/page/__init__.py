"""An answer -> the page it shows: bytes to text, the tree and its parts, redirects that only a browser follows."""
