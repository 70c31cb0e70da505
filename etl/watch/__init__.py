"""A folder that is watched: what is clean is loaded, what is not gets a report beside it."""
