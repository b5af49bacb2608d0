"""The pieces screens are made of, each with one job."""
