"""What developers run: lint, tests, builds, locks, screenshots. Nothing of it is installed."""
