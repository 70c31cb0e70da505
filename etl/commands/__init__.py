"""What each command of the line does, one module a kind. ``etl.__main__`` gives them their names.

A command is an ordinary function: its options are its parameters, its answer is the exit code.
"""
