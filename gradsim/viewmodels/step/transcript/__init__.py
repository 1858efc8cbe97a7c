"""The walk as sentences: in symbols to be read, in words to be read aloud."""
