"""The Manfaat page: claims and scholarships, their money, their sums on both margins."""
