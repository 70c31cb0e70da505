"""What runs in the child process, where untrusted bytes are opened.

It imports the standard library and calamine, nothing of the house; the parent imports only the
limits from here.
"""
