"""What fills the terminal: the desk, the outline, forms and questions."""
