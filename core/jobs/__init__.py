"""What runs in a worker for the window: plain functions that import what they need when they run."""
