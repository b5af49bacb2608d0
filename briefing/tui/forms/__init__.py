"""Forms: one class for everything that is edited, made from the model's table of fields."""
