"""The Data step: what is opened, how its columns are meant, and what the doctor finds."""
