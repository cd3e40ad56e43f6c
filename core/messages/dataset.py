"""Texts about data sets: why one cannot be learned from, and what was done on reading it."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    "dataset.group_is_a_class": "Without this song’s group a class would have no songs; choose another song.",
    "dataset.nothing_to_leave_out": "There is no column “{column}” to leave out.",
    "dataset.no_column": "{name} has no column “{column}”; it has {columns}.",
    "dataset.one_class": "{name} has one class only, “{label}”; at least two are needed.",
    "dataset.one_row_a_class": "{name} has one row a class; every class needs several, to learn and to test.",
    "dataset.no_finite_number": "{name} has no finite number in any column; there is nothing to learn from.",
    "dataset.none_analysed": "None of the {files} files in {name} could be analysed{first}.",
    "dataset.no_folder": "There is no folder {path}.",
    "dataset.failed": "{reason}",
    "dataset.unknown_label": "No track of the library has the label “{label}”.",
    "dataset.few_labels": ("At least two labels are needed to tell apart; give labels to tracks of the library first."),
    "dataset.few_labels_analysed": "{labels} of these labels has analysed tracks; at least two are needed.",
    "dataset.no_groups_column": "{name} has no column “{column}”{hint}.",
    "dataset.other_label": (
        "{name} calls row {row} “{theirs}”, but its label is “{label}”; is it about another table?"
    ),
    "dataset.other_number_of_rows": (
        "{name} has {rows} rows, but there are {wanted} rows of features; a column “{column}” may say which is "
        "about which."
    ),
    "dataset.rows_not_named": "The column “{column}” of {name} does not name each of the {rows} rows once.",
    "dataset.no_folders": "{name} does not say in which folder its files are, so it cannot be grouped so.",
    "dataset.no_label": (
        "{name} has no column “label”, and none that could be meant: a label is text that repeats. Add a column "
        "that says what each row is."
    ),
    "dataset.which_label": "{name} has no column “label”; {columns} could be meant. Say which one is the label.",
    "dataset.empty_label": "The column “{label}” of {name} is empty; every row needs a label.",
    "dataset.one_class_in_column": (
        "{name} has one class only, “{label}”, in the column “{column}”; at least two are needed."
    ),
    "dataset.class_per_row": (
        "Every row of {name} has a class of its own in the column “{column}”; nothing could be learned. Is it the "
        "right column?"
    ),
    "dataset.many_classes": (
        "The column “{column}” of {name} has {classes:,} different entries; at most {most:,} classes can be "
        "learned. Is it the right column?"
    ),
    "dataset.no_numbers": "{name} has no columns of numbers beside its label; there is nothing to learn from.",
    "dataset.odd_split": (
        "The column “{column}” of {name} holds “{entry}” in row {row}; a split is train, valid or test."
    ),
    "dataset.split_lacks_rows": ("The column “{column}” of {name} needs rows for train and rows for test (or valid)."),
    "dataset.no_column_left": "“{remedy}” would leave no column to learn from; keep at least one.",
    "dataset.no_classes_left": "“{remedy}” would leave fewer than two classes; keep some of these rows.",
    "dataset.no_file": "There is no file {path}.",
    "dataset.is_folder": "{name} is a folder, not a table.",
    "dataset.not_read": "{name} cannot be read: {reason}.",
    "dataset.no_memory": "{name} does not fit into memory; leave columns or rows out.",
    "dataset.not_a_readable_table": "{name} is not a table that can be read: {reason}",
    "dataset.too_large": (
        "{name} has about {rows:,.0f} rows of {columns} columns, which need {needed:.1f} GB of memory, and "
        "{free:.1f} GB are free; leave columns out, or train on a part of the rows."
    ),
    "dataset.column_twice": "{name} has the column “{column}” more than once; rename or remove one of them.",
    "dataset.unknown_encoding": "{name} is not text in an encoding that is known; save it as UTF-8.",
    "dataset.is_spreadsheet": "{name} is a spreadsheet or archive; save it as CSV first.",
    "dataset.is_compressed": "{name} is compressed; unpack it first.",
    "dataset.not_a_table": "{name} is not a table; give a CSV or Parquet file with a header.",
    "dataset.empty": "{name} is empty; give a table with a header and rows.",
    "dataset.one_column": "{name} has one column only; entries are parted by commas, semicolons or tabs.",
    "dataset.no_rows": "{name} has a header and no rows; there is nothing to learn from.",
    "dataset.longer_rows": "{name} has rows with one entry more than its header; name every column.",
    "dataset.few_subfolders": Plural(
        "{name} has music in 1 subfolder; give a folder with one subfolder for each class.",
        "{name} has music in {count} subfolders; give a folder with one subfolder for each class.",
    ),
    "dataset.text_in_numbers": Plural(
        "The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row}. Correct it, or "
        "leave the column out.",
        "The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row} and {more} "
        "more. Correct it, or leave the column out.",
    ),
    "dataset.some_not_analysed": "{failed} of {files} files could not be analysed and were left out: {first}",
    "dataset.no_label_rows": "{rows} rows have no label and were left out.",
    "dataset.unknown_group": "{rows} rows have no {name}: each counts as a group of its own.",
    "dataset.several_labels": "{tracks} tracks have more than one of these labels and were left out.",
    "dataset.not_analysed": "{tracks} labelled tracks are not analysed and were left out.",
    "dataset.texts_left_out": "Left out, since they hold text: {columns}.",
    "dataset.numbering_left_out": "Left out, since they only number the rows: {columns}.",
    "dataset.infinite": "“{column}” is infinite in {rows} rows (first row {first}): taken for missing.",
    "dataset.left_out_on_reading": "Left out while reading: {columns}.",
    "dataset.foreign_columns": "Feature set differs: a model trained on these columns cannot classify clips.",
}
