"""What the charts of all steps share."""
