"""Pages and charts of the reports of runs."""
