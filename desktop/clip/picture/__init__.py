"""The picture of the clip tab: lanes on one time axis, the overview and the gestures on them."""
