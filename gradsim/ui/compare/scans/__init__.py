"""The page of scans over depth and gain."""
