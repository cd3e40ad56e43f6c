"""Odd but valid files in every format that sox, ffmpeg and a hand can write, and ways to break them; from a seed."""
