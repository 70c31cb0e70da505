"""The page of one region: where it stands, among whom, and where its numbers come from."""
