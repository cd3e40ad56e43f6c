"""What `groovescope benchmark` measures without a window, and the references it measures against."""
