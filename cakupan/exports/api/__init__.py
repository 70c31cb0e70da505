"""The API's own words: which addresses there are, what they take, what they give, as documents."""
