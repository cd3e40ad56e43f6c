"""The model that the program ships with: chosen, scored and written with its card by one command."""
