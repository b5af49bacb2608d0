"""Every sentence a user reads, in one voice, a module for each room."""
