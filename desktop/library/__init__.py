"""The library tab: all analysed tracks, to search, play, label and export."""
