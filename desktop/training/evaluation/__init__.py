"""The Evaluation step: confusions, classes, calibration, importance, reasons and trees."""
