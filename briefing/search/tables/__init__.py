"""The tables of the database, and what a row of each holds."""
