"""The command line: what the desk does to a library, without the desk."""
