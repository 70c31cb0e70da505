"""The words of the field as frozen types. Imports the standard library and what makes records."""
