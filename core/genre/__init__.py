"""Genre models: the model, its passport, the windows it reads, and the folder that keeps a user's models."""
