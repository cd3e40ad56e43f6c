"""Searches over the values of parameters: exhaustive and racing, stored fit by fit."""
