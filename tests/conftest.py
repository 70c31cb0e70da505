"""What holds for every test."""

from hypothesis import settings

# A slow machine is no fault of the arithmetic.
settings.register_profile("cakupan", deadline=None)
settings.load_profile("cakupan")
