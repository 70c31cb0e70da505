"""The Mutu data page: flags with their decisions, what is missing, bases, checks, breaks."""
