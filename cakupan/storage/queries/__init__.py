"""One function per question. Each takes a reader, which knows the scope it asks in, and no more.

It gives a frame or frozen dataclasses.
"""
