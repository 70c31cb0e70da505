"""One function per question. Each takes a connection and gives a frame or frozen dataclasses."""
