"""The frame of the page, for its own drawing and for the message in its stead."""

from layouts.frame import Frame
from layouts.page_ids.daerah import DaerahId as Id

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
