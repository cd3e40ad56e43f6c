"""Looking at data before anybody learns from them: summaries, distributions by class, a map."""
