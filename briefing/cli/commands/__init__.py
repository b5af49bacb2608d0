"""What each command does, in the module of its name; the desk stands for the command with no name."""
