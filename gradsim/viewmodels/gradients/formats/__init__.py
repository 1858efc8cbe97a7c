"""The gradients as float16, float32 and float64 leave them, computed while looked at."""
