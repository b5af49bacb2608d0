"""A library opened through its index: nothing is read before it is looked at, and the index kept in step."""
