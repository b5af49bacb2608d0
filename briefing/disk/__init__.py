"""The file system, carefully: where things are kept and how a file is replaced without loss."""
