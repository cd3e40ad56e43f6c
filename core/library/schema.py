"""The tables of a catalogue.

A *file* is a location with its size and time of change. A *track* is an analysis signal, known by its `content_id`; a
file that could not be analysed has a track of its own without one. An *analysis* belongs to a track, a recipe and a
cut, and there is never a second one; `grid_revision` says which revision of edited beats its bars and beats follow.

What a view sorts and filters by stands in `tracks`, with an index for each order; the numbers of the song and genre
tables, which no cut changes, in `features`; what a genre model reads, and which model a track shows, in `windows`; what
is only read whole in `analyses`, so that no scan has to pass over it.

By `content_id`, whether there is a track or not: beats, tracked or corrected, in `grids`, what was done to them in
`beat_edits`, what they can be decoded from again in `activations`; what was done to sections in `section_edits`; what a
window shows of a piece before its audio is read, in `pictures`. The last is the largest by far: whatever is read often
stands apart from it.

What a person did to tracks, to be undone, is in `actions`; tracks that were taken out lie whole in `removed`.
"""

APPLICATION_ID = 0x47525653
"""Tells a catalogue from other SQLite files."""

VERSION = 6
"""Of these tables; raised whenever an older program could misread them."""

_WINDOWS = """
CREATE TABLE windows (
    track_id INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    recipe TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    rows BLOB NOT NULL
);
CREATE INDEX windows_judged_by ON windows (judged_by, recipe);
"""

_GRIDS = """
CREATE TABLE grids (
    content_id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('tracked', 'edited')),
    changed REAL NOT NULL,
    beat_times BLOB NOT NULL,
    positions BLOB NOT NULL,
    tempo REAL,
    beats_per_bar INTEGER NOT NULL
) WITHOUT ROWID;
"""

_EDITED = "CREATE INDEX tracks_edited ON tracks (edited COLLATE NOCASE);\n"
_BEAT_EDITS = """
CREATE TABLE beat_edits (
    content_id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed REAL NOT NULL,
    history BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE activations (
    content_id TEXT PRIMARY KEY,
    packed BLOB NOT NULL
) WITHOUT ROWID;
"""

_COLUMNS_5 = {
    "bpm_confidence": "REAL",
    "key_strength": "REAL",
    "key_origin": "TEXT",
    "lufs": "REAL",
    "lra": "REAL",
    "true_peak": "REAL",
    "guessed": "TEXT",
}
"""Columns that version 5 adds to `tracks`. `guessed` names the tags that the file lacks and its name suggests.

`key_origin` says whose word the key is: 'measured', 'file' or 'user'."""

_INDEXES_5 = "".join(
    f"CREATE INDEX tracks_{name} ON tracks ({name}{' COLLATE NOCASE' if kind == 'TEXT' else ''});\n"
    for name, kind in _COLUMNS_5.items()
)

_NOVELTY = """
ALTER TABLE tracks ADD COLUMN genre_novelty REAL;
CREATE INDEX tracks_genre_novelty ON tracks (genre_novelty);
"""

_PICTURES = """
CREATE TABLE pictures (
    id INTEGER PRIMARY KEY,
    content_id TEXT NOT NULL UNIQUE,
    recipe TEXT NOT NULL,
    stored REAL NOT NULL,
    facts TEXT NOT NULL,
    picture BLOB NOT NULL,
    rhythm BLOB NOT NULL,
    loudness BLOB,
    chords BLOB,
    sections BLOB
);
CREATE TABLE section_edits (
    content_id TEXT PRIMARY KEY,
    edits TEXT NOT NULL,
    changed REAL NOT NULL
) WITHOUT ROWID;
"""

_UNDO = """
CREATE TABLE removed (
    track_id INTEGER PRIMARY KEY,
    content_id TEXT UNIQUE,
    removed REAL NOT NULL,
    rows BLOB NOT NULL
);
CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    done REAL NOT NULL,
    what TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
"""

DDL = (
    """
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content_id TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('analysed', 'failed', 'missing', 'outdated')),
    name TEXT NOT NULL,
    title TEXT, artist TEXT, album TEXT, labels TEXT,
    genre TEXT, genre_probability REAL, genre_model TEXT,
    bpm REAL, key TEXT, metre INTEGER, edited TEXT, duration REAL,
    format TEXT, reason TEXT, added REAL NOT NULL,
    folder TEXT NOT NULL, path TEXT NOT NULL,
    search TEXT NOT NULL,
    bpm_confidence REAL, key_strength REAL, key_origin TEXT,
    lufs REAL, lra REAL, true_peak REAL, guessed TEXT,
    genre_novelty REAL
);
CREATE INDEX tracks_genre_novelty ON tracks (genre_novelty);
CREATE INDEX tracks_state ON tracks (state COLLATE NOCASE);
CREATE INDEX tracks_name ON tracks (name COLLATE NOCASE);
CREATE INDEX tracks_title ON tracks (title COLLATE NOCASE);
CREATE INDEX tracks_artist ON tracks (artist COLLATE NOCASE);
CREATE INDEX tracks_album ON tracks (album COLLATE NOCASE);
CREATE INDEX tracks_labels ON tracks (labels COLLATE NOCASE);
CREATE INDEX tracks_genre ON tracks (genre COLLATE NOCASE);
CREATE INDEX tracks_genre_probability ON tracks (genre_probability);
CREATE INDEX tracks_genre_model ON tracks (genre_model COLLATE NOCASE);
CREATE INDEX tracks_bpm ON tracks (bpm);
CREATE INDEX tracks_key ON tracks (key COLLATE NOCASE);
CREATE INDEX tracks_metre ON tracks (metre);
CREATE INDEX tracks_duration ON tracks (duration);
CREATE INDEX tracks_format ON tracks (format COLLATE NOCASE);
CREATE INDEX tracks_reason ON tracks (reason COLLATE NOCASE);
CREATE INDEX tracks_added ON tracks (added);
CREATE INDEX tracks_folder ON tracks (folder COLLATE NOCASE);
CREATE INDEX tracks_path ON tracks (path COLLATE NOCASE);
CREATE TABLE files (
    location TEXT PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    byte_hash TEXT
) WITHOUT ROWID;
CREATE INDEX files_bytes ON files (size, byte_hash);
CREATE INDEX files_track ON files (track_id);
CREATE TABLE analyses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    recipe TEXT NOT NULL,
    cut TEXT NOT NULL,
    created REAL NOT NULL,
    seconds REAL NOT NULL,
    filename TEXT NOT NULL,
    facts TEXT NOT NULL,
    bars BLOB NOT NULL,
    beats BLOB NOT NULL,
    grid_revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (track_id, recipe, cut)
);
CREATE TABLE features (
    track_id INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    recipe TEXT NOT NULL,
    songs BLOB NOT NULL,
    genre BLOB NOT NULL
);
CREATE TABLE labels (
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    PRIMARY KEY (label, track_id)
) WITHOUT ROWID;
CREATE INDEX labels_track ON labels (track_id);
CREATE TABLE edits (
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value,
    measured,
    PRIMARY KEY (track_id, field)
) WITHOUT ROWID;
CREATE TABLE failures (
    location TEXT PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    reason TEXT NOT NULL,
    failed_at REAL NOT NULL,
    attempts INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX failures_track ON failures (track_id);
CREATE TABLE waiting (
    location TEXT PRIMARY KEY,
    place INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX waiting_place ON waiting (place);
"""
    + _WINDOWS
    + _GRIDS
    + _EDITED
    + _BEAT_EDITS
    + _INDEXES_5
    + _PICTURES
    + _UNDO
)

_SHOW_GRIDS = """
UPDATE tracks SET edited = 'beats' WHERE content_id IN (SELECT content_id FROM grids WHERE origin = 'edited');
UPDATE tracks SET bpm = NULL
    WHERE metre IS NULL AND id NOT IN (SELECT track_id FROM edits WHERE field = 'bpm');
UPDATE edits SET measured = NULL
    WHERE field = 'bpm' AND track_id IN (SELECT id FROM tracks WHERE metre IS NULL);
"""
"""A program of version 3 showed the tempo of the onsets as BPM where there were no beats."""

_SHOW_KEYS = """
UPDATE tracks SET
    key_strength = (SELECT json_extract(facts, '$.key_strengths[0]') FROM analyses WHERE track_id = tracks.id
        AND json_extract(facts, '$.key') = tracks.key ORDER BY id DESC LIMIT 1),
    key_origin = CASE WHEN id IN (SELECT track_id FROM edits WHERE field = 'key') THEN 'user' ELSE 'measured' END
    WHERE key IS NOT NULL;
"""

UPGRADES = {
    1: """
ALTER TABLE tracks ADD COLUMN genre_model TEXT;
CREATE INDEX tracks_genre_model ON tracks (genre_model COLLATE NOCASE);
"""
    + _WINDOWS,
    2: _GRIDS,
    3: """
ALTER TABLE tracks ADD COLUMN edited TEXT;
ALTER TABLE analyses ADD COLUMN grid_revision INTEGER NOT NULL DEFAULT 0;
"""
    + _BEAT_EDITS
    + _EDITED
    + _SHOW_GRIDS,
    4: "".join(f"ALTER TABLE tracks ADD COLUMN {name} {kind};\n" for name, kind in _COLUMNS_5.items())
    + _SHOW_KEYS
    + _INDEXES_5
    + _PICTURES
    + _UNDO,
    5: _NOVELTY,
}
"""What makes the tables of a version those of the next."""
