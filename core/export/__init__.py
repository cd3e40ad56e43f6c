"""What is written for other programs: tables and pictures."""
