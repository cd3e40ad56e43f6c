"""Texts about training: folds, run folders and fits."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    "training.fold_lacks_class": (
        "With these groups a fold would have no “{label}” to train on; use fewer folds or leave the class out."
    ),
    "training.few_folds": "Cross-validation needs at least two folds.",
    "training.no_groups": "{name} has no groups; choose a column with the groups of its rows.",
    "training.no_split": "{name} has no fixed split; choose a column with train, valid or test.",
    "training.split_lacks_rows": "The split of {name} has no rows for {part}.",
    "training.split_lacks_class": "The split of {name} has no “{label}” to train on.",
    "training.folder_is_file": "{path} is a file; give a folder for the run.",
    "training.folds_failed": "{name} was not saved: it could not be fitted on every fold: {reason}",
    "training.not_fitted": "{name} could not be fitted: {reason}",
    "training.class_too_small_use": (
        "“{label}” has {count} {what}s, too few for {folds} {protocol} folds; use {count} folds, or leave the "
        "class out."
    ),
    "training.class_too_small": Plural(
        "“{label}” has 1 {what}, too few for {folds} {protocol} folds; leave the class out, or add to it.",
        "“{label}” has {count} {what}s, too few for {folds} {protocol} folds; leave the class out, or add to it.",
    ),
    "training.folder_holds_run": ("{path} already holds a run; choose another folder, so that nothing is overwritten."),
    "training.folder_not_empty": "{path} is not empty; choose another folder, so that nothing is overwritten.",
    "training.unknown_family": "This version has no grid “{name}”.",
    "training.unknown_estimator": "{name} cannot be fitted: this version does not know how it was made.",
    "training.long": (
        "This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each; fewer rows or "
        "columns take less."
    ),
    "training.long_by": (
        "This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each. Without {names} "
        "it takes about {without}."
    ),
    "training.too_large": (
        "A fit on {rows:,} rows of {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are "
        "free; leave columns out, or train on a part of the rows."
    ),
    "training.too_large_for_processes": (
        "{processes} fits at a time need about {needed:.1f} GB of memory each, and {free:.1f} GB are free; use {fewer} "
        "at a time, or leave columns or rows out."
    ),
    "training.too_large_for_estimators": (
        "{names}: a fit on {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are free; "
        "train the others, or leave columns out."
    ),
    "training.none_to_resume": (
        "No run with these data and settings was interrupted; repeat the command without --resume to begin one."
    ),
    "training.resume_other_settings": (
        "{path} holds a run of other settings ({names}); repeat its command, or choose another folder."
    ),
    "training.run_without_record": "“{name}” holds no record of an experiment.",
    "training.no_run_folder": "There is no folder {path}.",
    "training.run_not_read": "“{name}” cannot be read: {reason}",
    "training.run_damaged": "“{name}” is damaged: its {file} cannot be read.",
    "training.run_from_future": "“{name}” was made by a newer version.",
    "training.run_in_use": "“{name}” is being trained in another window or program.",
    "training.run_of_other_data": "“{name}” was made on other data, or on the same with other changes.",
    "training.run_has_no_fits": "“{name}” holds no finished fit.",
    "training.run_of_other_versions": (
        "“{name}” was begun with {before}, and its fits would not go with those of {now}: train again."
    ),
    "training.run_data_unknown": "Where the data of “{name}” lie is not known: open them first.",
}
