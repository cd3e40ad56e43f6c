"""What another library measures by the same definitions, for people who want to see that the numbers agree.

Nothing that analyses music imports this room: librosa compiles for seconds at its first calls, and is not part of the
stand-alone program.
"""
