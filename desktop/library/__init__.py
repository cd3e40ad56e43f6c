"""The library tab: every track that was ever analysed, found, heard, labelled, sent on."""
