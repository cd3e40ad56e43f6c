"""Texts about data sets: why one cannot be learned from, and what was done on reading it."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    "dataset.no_parts": "“{text}” is no split; write hundredths for train, valid and test, as 80/10/10 or 80/0/20.",
    "dataset.split_too_few": "{title}: no rows would be left for {part}.",
    "dataset.split_lacks_class": "{title}: “{label}” would have no rows to train on.",
    "dataset.split_refused": "{title}: not possible with these rows ({reason})",
    "dataset.split_twice": "There is a fixed split already: give --split or --make-split, not both.",
    "dataset.group_is_a_class": "Without this row’s group a class would have no rows; choose another row.",
    "dataset.nothing_to_leave_out": "There is no column “{column}” to leave out.",
    "dataset.no_column": "{name} has no column “{column}”; it has {columns}.",
    "dataset.one_class": "{name} has only one class, “{label}”; at least two are needed.",
    "dataset.one_row_a_class": "{name} has one row per class; every class needs several, for training and testing.",
    "dataset.no_finite_number": "{name} has no finite number in any column; add features to train on.",
    "dataset.none_analysed": "None of the {files} files in {name} could be analysed{first}.",
    "dataset.no_folder": "There is no folder {path}.",
    "dataset.failed": "{reason}",
    "dataset.unknown_label": "No track of the library has the label “{label}”.",
    "dataset.few_labels": ("At least two labels are needed. Label tracks of the library first."),
    "dataset.few_labels_analysed": "Labels with analysed tracks: {labels}; at least two are needed.",
    "dataset.no_groups_column": "{name} has no column “{column}”{hint}.",
    "dataset.other_label": (
        "{name} has “{theirs}” for row {row}, but its label is “{label}”; choose the table of groups of these rows."
    ),
    "dataset.other_number_of_rows": (
        "{name} has {rows} rows, but there are {wanted} rows of features; add a column “{column}” with the row numbers."
    ),
    "dataset.rows_not_named": "The column “{column}” of {name} does not name each of the {rows} rows once.",
    "dataset.no_folders": "{name} does not state the folders of its files, so it cannot be grouped by folder.",
    "dataset.no_label": (
        "{name} has no column “label” and none that could be one: a label is text that repeats. Add a column with "
        "the class of each row."
    ),
    "dataset.which_label": "{name} has no column “label”; candidates: {columns}. Choose the label.",
    "dataset.empty_label": "The column “{label}” of {name} is empty; every row needs a label.",
    "dataset.one_class_in_column": (
        "{name} has only one class, “{label}”, in the column “{column}”; at least two are needed."
    ),
    "dataset.class_per_row": (
        "Every row of {name} has a class of its own in the column “{column}”. Choose another column as label."
    ),
    "dataset.many_classes": (
        "The column “{column}” of {name} has {classes:,} different entries; at most {most:,} classes are "
        "supported. Choose another column as label."
    ),
    "dataset.no_numbers": "{name} has no numeric columns beside its label; add features to train on.",
    "dataset.one_hot": (
        "As one-hot columns, with the number of categories: {columns}. An entry not met before is 0 in all."
    ),
    "dataset.one_hot_empty": "The column “{column}” of {name} is empty; it cannot be taken as one-hot columns.",
    "dataset.one_hot_many": (
        "The column “{column}” of {name} has {categories:,} different entries; at most {most} can be taken as one-hot "
        "columns."
    ),
    "dataset.one_hot_taken": "“{column}” is the column of the {role} and cannot be taken as one-hot columns as well.",
    "dataset.one_hot_of_audio": "A folder of audio has no columns of text: leave --one-hot out, or give a table.",
    "dataset.features_of_table": "A table has features of its own: leave --features out, or give a folder of audio.",
    "dataset.odd_split": ("The column “{column}” of {name} has “{entry}” in row {row}; use train, valid or test."),
    "dataset.split_lacks_rows": ("The column “{column}” of {name} needs rows for train and rows for test (or valid)."),
    "dataset.no_column_left": "“{remedy}” would leave no feature column; keep at least one.",
    "dataset.no_classes_left": "“{remedy}” would leave fewer than two classes; keep some of these rows.",
    "dataset.no_file": "There is no file {path}.",
    "dataset.is_folder": "{name} is a folder, not a table.",
    "dataset.not_read": "{name} cannot be read: {reason}.",
    "dataset.no_memory": "{name} does not fit into memory; leave columns or rows out.",
    "dataset.not_a_readable_table": "{name} is not a readable table: {reason}",
    "dataset.too_large": (
        "{name} has about {rows:,.0f} rows of {columns} columns, which need {needed:.1f} GB of memory, and "
        "{free:.1f} GB are free; leave columns out, or train on a part of the rows."
    ),
    "dataset.column_twice": "{name} has the column “{column}” more than once; rename or remove one of them.",
    "dataset.unknown_encoding": "{name} is text in an unknown encoding; save it as UTF-8.",
    "dataset.is_spreadsheet": "{name} is a spreadsheet or archive; save it as CSV first.",
    "dataset.is_compressed": "{name} is compressed; unpack it first.",
    "dataset.not_a_table": "{name} is not a table; give a CSV or Parquet file with a header.",
    "dataset.empty": "{name} is empty; give a table with a header and rows.",
    "dataset.one_column": "{name} has only one column; separate columns by commas, semicolons or tabs.",
    "dataset.no_rows": "{name} has a header but no rows; add rows.",
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
    "dataset.not_extended": Plural(
        "1 labelled track was analysed before the extended features were measured and was left out: analyse it again "
        "in the library.",
        "{tracks:,} labelled tracks were analysed before the extended features were measured and were left out: "
        "analyse them again in the library.",
        by="tracks",
    ),
    "dataset.few_labels_extended": Plural(
        "Fewer than two labels have tracks with the extended features: 1 track was analysed before these were "
        "measured. Analyse it again in the library, or choose the 58 features of the study.",
        "Fewer than two labels have tracks with the extended features: {tracks:,} tracks were analysed before these "
        "were measured. Analyse them again in the library, or choose the 58 features of the study.",
        by="tracks",
    ),
    "dataset.texts_left_out": "Left out, since they hold text: {columns}.",
    "dataset.grid_tempo_left_out": (
        "Left out, since it follows from the beats, which can be corrected: {column}. Rename it to learn from it."
    ),
    "dataset.numbering_left_out": "Left out, since they only number the rows: {columns}.",
    "dataset.infinite": "“{column}” is infinite in {rows} rows (first row {first}): taken as missing.",
    "dataset.huge": Plural(
        "“{column}” is {number:g} in row {first}, too large to compute with: taken as missing.",
        "“{column}” is too large to compute with in {rows:,} rows (first {number:g} in row {first}): taken as missing.",
        by="rows",
    ),
    "dataset.comments_left_out": Plural(
        "1 comment line was passed over.",
        "{count:,} comment lines were passed over.",
    ),
    "dataset.columns_renamed": (
        "Line breaks, unusual spaces and invisible characters in the names of columns were replaced: {names}."
    ),
    "dataset.classes_renamed": (
        "Line breaks, unusual spaces and invisible characters in the names of classes were replaced: {classes}."
    ),
    "dataset.thousands": "“{column}” is written with grouped thousands: “{text}” is read as {number:.12g}.",
    "dataset.decimal_comma_assumed": (
        "Commas are taken for decimal commas: “{text}” is read as {number:.12g}. If they part thousands, write the "
        "numbers without them."
    ),
    "dataset.left_out_on_reading": "Left out while reading: {columns}.",
    "dataset.foreign_columns": "Feature set differs: a model trained on these columns cannot classify clips.",
}
