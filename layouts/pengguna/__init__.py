"""The Pengguna page: who can log in, for whoever manages people."""
