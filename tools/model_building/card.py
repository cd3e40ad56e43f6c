"""The card of the shipped model: Markdown, all of its numbers from the passport."""

from typing import Any

from core.evaluation.held_out import BINS
from core.genre.description import PROTOCOLS, column_place, ordered_scores
from core.genre.passport import Passport


def render_card(passport: Passport) -> str:
    """Return the model card as Markdown."""
    sections = (_summary, _score_section, _class_section, _calibration_section, _choice_section, _data_section, _limits)
    return "\n".join(section(passport) for section in sections)


def _summary(passport: Passport) -> str:
    read, left = len(passport.columns), len(passport.dropped_columns)
    return f"""# The model the program ships with: {passport.name.lower()}

This card is written by the command that makes the model; its numbers come from the model's passport.

- **What it does:** from {read} numbers that describe {passport.window:g} s of music to the probabilities of
  {", ".join(passport.classes)}.
- **How:** {passport.description}.
- **It reads** {read} of the {read + left} columns of the genre table (recipe `{passport.recipe}`);
  see below for the others.
- **File:** one archive of two stored members, an ONNX graph and a JSON passport. Loading it executes nothing.
  What it says is within {passport.agreement:g} of what its estimator says.
- **Rebuild:** `{passport.created_by}` gives the same bytes with
  {", ".join(f"{name} {number}" for name, number in sorted(passport.versions.items()))} on the same kind of machine.
"""


def _score_section(passport: Passport) -> str:
    rows = "\n".join(
        f"| {PROTOCOLS.get(name, name)} | {score.accuracy:.2f} | {score.spread:.2f} "
        f"| {score.lowest:.2f} to {score.highest:.2f} | {score.log_loss:.2f} | {score.calibration_error:.3f} |"
        for name, score in ordered_scores(passport)
    )
    grouped, chance = passport.scores["grouped"], 1 / len(passport.classes)
    gap = 100 * (passport.scores["random"].accuracy - grouped.accuracy)
    return f"""## How good it is

{grouped.folds} folds, repeated {grouped.repeats} times with other seeds; guessing would reach {chance:.2f}.

| protocol | accuracy | spread over folds | lowest to highest fold | log loss (nats) | calibration error |
|---|---|---|---|---|---|
{rows}

**Believe the artist-grouped score.** With random folds the same artists, often the same albums, are on both sides,
and a model is rewarded for recognising the artist, the studio or the mastering. That is worth {gap:.0f} points here
and nothing for a song by somebody else. The artist-grouped score keeps each artist on one side.
{_how_chosen(passport)}
The strict row also keeps all rows of unknown artist of one genre together, as if they were one artist.

What was tried was thought of after experiments on these same rows, so even this score is a little kind.
What a collection unlike this one would give is not known.
"""


def _how_chosen(passport: Passport) -> str:
    if len(passport.evaluation["chosen"]) == 1:
        return "Nothing was chosen by these folds: every member of the committee has the same vote."
    return (
        "It is nested: within each training part the estimator was chosen anew by artist-grouped folds, "
        "without a look at\nthe part held out."
    )


def _class_section(passport: Passport) -> str:
    confusion = passport.evaluation["confusion"]
    lines = []
    for number, name in enumerate(passport.classes):
        others = sorted(((share, i) for i, share in enumerate(confusion[number]) if i != number), reverse=True)[:2]
        mistaken = ", ".join(f"{passport.classes[i]} {100 * share:.0f} %" for share, i in others if share >= 0.01)
        lines.append(f"| {name} | {passport.recalls[name]:.2f} | {mistaken} |")
    return f"""## Genre by genre

Recall with artist-grouped folds, and what the genre is most often taken for.

| genre | recall | taken for |
|---|---|---|
{chr(10).join(lines)}
"""


def _calibration_section(passport: Passport) -> str:
    lines = []
    for number, (share, confidence, accuracy) in enumerate(passport.evaluation["reliability"]):
        span = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        if share > 0:
            lines.append(f"| {span} | {100 * share:.1f} % | {confidence:.2f} | {accuracy:.2f} |")
    error = passport.scores["grouped"].calibration_error
    return f"""## What its probabilities are worth

With artist-grouped folds the probability of the first genre differs from the share of right answers by {error:.3f} on
average (expected calibration error, {BINS} bins). With perfect probabilities the last two columns would be
equal.

| probability of the first genre | share of rows | mean probability | right |
|---|---|---|---|
{chr(10).join(lines)}
"""


def _choice_section(passport: Passport) -> str:
    ranked = sorted(passport.evaluation["comparison"], key=lambda entry: float(entry["grouped"]["log_loss"]))
    lines = []
    for entry in ranked:
        shuffled, grouped = entry["random"], entry["grouped"]
        lines.append(f"| {entry['name']} | {_cell(shuffled)} | {_cell(grouped)} | {grouped['log_loss']:.2f} |")
    repeats = ranked[0]["grouped"]["repeats"]
    picks = sorted(passport.evaluation["chosen"].items(), key=lambda pick: (-pick[1], pick[0]))
    picked = "; ".join(f"{name}: {count} times" for name, count in picks)
    single = len(picks) == 1
    title = "What stands beside it" if single else "What it was chosen from"
    rule = "" if single else "; the smallest log loss was chosen"
    end = (
        "Some thousand rows cannot tell which of these is best, and choosing costs accuracy. So none is chosen: all "
        "that\nhold no row of the data have a vote."
        if single
        else f"Chosen within the training parts: {picked}."
    )
    return f"""## {title}

Accuracy and spread over folds, each estimator by itself, {repeats} repetitions{rule}.

| estimator | random folds | artist-grouped folds | log loss, grouped |
|---|---|---|---|
{chr(10).join(lines)}

{end}
"""


def _cell(score: dict[str, Any]) -> str:
    return f"{score['accuracy']:.2f} ± {score['spread']:.2f}"


def _data_section(passport: Passport) -> str:
    data = passport.data
    across = len(data["copies_across_labels"])
    reasons: dict[str, list[str]] = {}
    for name in sorted(passport.dropped_columns, key=column_place):
        why = passport.dropped_columns[name]
        reasons.setdefault(why, []).append(f"`{name}`")
    dropped = "\n".join(f"- {', '.join(names)}: {why}." for why, names in reasons.items())
    faults = "\n".join(f"- {fault}" for fault in passport.faults)
    return f"""## What it learned from, and what is wrong with it

{data["rows"]} rows, of which {data["rows_used"]} were used: {len(data["copies"])} pairs have exactly the same numbers
({across} of them under two labels: neither row was used, of the others one). {len(data["near_copies"])} more pairs are
nearly the same and share a fold. The artist of {data["unknown_artists"]} rows is unknown. The table is not part of this
repository; its SHA-256 is `{data["table_sha256"]}`, that of the artists `{data["artists_sha256"]}`.

{faults}

Columns of the genre table that it does not read:

{dropped}
"""


def _limits(passport: Passport) -> str:
    wrong = 100 * (1 - passport.scores["grouped"].accuracy)
    measure = passport.novelty
    outside = (
        ""
        if measure is None
        else f"""
  It does say "none of these" of sounds further from its training music than {100 * (1 - measure.false_alarms):.0f} %
  of rows by artists whom it had not met: noise, speech, tones, machines. Music that is merely of another genre need
  not be that far. `groovescope benchmark novelty` prints how often it is right."""
    )
    return f"""## What it cannot do

- Name anything but its {len(passport.classes)} genres. Everything it hears is shared out among them: folk or techno
  comes out as one of these, often with a flat distribution, sometimes with a confident one.{outside}
- Judge less than {passport.window:g} s as well as {passport.window:g} s: means and variances of a short piece scatter
  more. It says so. A longer piece is read in windows and averaged.
- Hear words, instruments or structure. It sees averages of timbre, loudness, harmony and one tempo.
- Be right about one song. With a new artist it errs on about {wrong:.0f} % of them.
- Say what a song *is*. A genre is a habit of people; this is how alike its sound is to a collection's.

---
The net that finds beats has a card of its own: [beats.md](beats.md).
"""
