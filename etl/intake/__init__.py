"""Files brought to the page: kept aside, examined in turn, and loaded once a person agrees."""
