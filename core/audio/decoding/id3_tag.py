"""ID3v2 tags, which some programs write in front of files of any kind, though only MP3 players expect them there."""

from pathlib import Path

_OTHERS = (
    *(b"RIFF", b"RIFX", b"RF64", b"riff", b"FORM", b"OggS", b".snd", b"caff", b"NIST_1A", b"Creative Voice File"),
    *(b"wvpk", b"MAC ", b"MPCK", b"MP+", b"TTA1", b"tBaK", b"DSD ", b"FRM8", b"ajkg", b"#!AMR", b".RMF", b"FLV\x01"),
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",  # ASF: WMA, WMV
    b"\x1a\x45\xdf\xa3",  # EBML: Matroska, WebM
)
_HEAD_BYTES = 4096


def bytes_of_tag(head: bytes) -> int:
    """Length of the ID3 tag that begins with these 10 bytes; 0 for none."""
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return (20 if head[5] & 0x10 else 10) + size  # a tag may have a foot as long as its head


def bytes_before(path: Path) -> int:
    """How many bytes of tags stand in front of a file of a kind that has no such tags; 0 elsewhere. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        start = 0
        while size := bytes_of_tag(head):
            file.seek(start + size)
            head = file.read(_HEAD_BYTES)
            start += size
            if head[4:8] != b"ftyp":  # it begins with the zeros of a length
                start += len(head) - len(head.lstrip(b"\0"))  # padding that the tag does not count
                head = head.lstrip(b"\0")
    return start if start and (head.startswith(_OTHERS) or head[4:8] == b"ftyp") else 0
