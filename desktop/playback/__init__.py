"""Sound from a file to the loudspeaker: decoders, a ring, PortAudio's callback. Nothing of Qt."""
