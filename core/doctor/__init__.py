"""The doctor: what in a data set would make its scores too good, or its training fail."""
