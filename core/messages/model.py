"""Texts about model files: what is wrong with one, and why it was not written."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "model.no_trees": "{estimator} is not made of trees that can be shown.",
    "model.other_shape": "The model reads {features} features a row, not an array of shape {shape}.",
    "model.not_finite": "No prediction: some features are not numbers.",
    "model.not_evaluated": (
        "The model could not be evaluated: its operators do not fit what it reads, or it took more than "
        "{seconds:.0f} s; download or save the model again."
    ),
    "model.no_probabilities": "The model's answer is not made of probabilities; the file is damaged.",
    "model.silent": "No prediction: the piece is silent or too short to have all the features.",
    "model.other_windows": "{windows} windows need {windows} x {features} features, not {shape}.",
    "model.foreign_column": "The model reads “{column}”, which is not measured from audio; choose another model.",
    "model.not_measured": (
        "The model “{name}” reads features that were not measured when this was analysed; analyse it again."
    ),
    "model.other_recipe": ("{name}: feature set differs ({recipe}); {measured} expected. Train it again."),
    "model.differs": "The model was not saved: its ONNX form differs from it by {difference:.1e} in probability.",
    "model.malformed_onnx": "The model's ONNX part is malformed and cannot be used; download or save the model again.",
    "model.no_onnx_form": "This estimator has no ONNX form, so it cannot be saved: {reason}",
    "model.passport_not_json": "The model's passport is not valid JSON; the file is damaged.",
    "model.passport_no_object": "The model's passport is not a JSON object; the file is damaged.",
    "model.passport_lacks": "The model's passport lacks “{entry}”; the file is damaged.",
    "model.passport_malformed": "The model's passport is malformed: {reason}",
    "model.not_saved": "The model was not saved: {folder} cannot be written ({reason}).",
    "model.is_shipped": "The shipped model is part of the program and cannot be removed.",
    "model.not_removed": "{name} could not be removed: {reason}.",
    "model.not_restored": "{name} could not be restored: {reason}.",
    "model.is_itself": "This is the model file itself; choose another place for the copy.",
    "model.not_written": "{name} could not be written: {reason}.",
    "model.no_common_label": (
        "None of the labels of {name} ({labels} …) is known to both models; compare them on other data."
    ),
    "model.lacks_column": "{model} reads “{column}”, which {name} does not have; compare on other data.",
    "model.other_definitions": (
        "{model}: feature set differs ({recipe}); {name} has {measured}. Train it again on these."
    ),
    "model.too_large": "{name} is {size:.0f} MB; a model file has at most {most} MB.",
    "model.no_file": "There is no model file {path}.",
    "model.is_folder": "{path} is a folder, not a model file.",
    "model.not_read": "{name} cannot be read: {reason}.",
    "model.damaged": "{name} is not a Groovescope model or is damaged; download or rebuild it.",
    "model.other_members": (
        "{name} is not a Groovescope model: it should hold {passport} and {model} and nothing else."
    ),
    "model.compressed_member": "{name} is not a Groovescope model: {member} is compressed.",
    "model.large_member": "{name} is not a Groovescope model: {member} is too large.",
    "model.not_onnx": "The model's ONNX part is damaged or not ONNX.",
    "model.foreign_operators": "The model uses foreign operators (“{domain}”), which this program does not run.",
    "model.not_plain": "The model holds more than a plain graph, which this program does not run.",
    "model.other_files": "The model keeps numbers in other files, which this program does not read.",
    "model.many_operators": "The model has {operators} operators; at most {most} are allowed.",
    "model.many_edges": "The model's operators are tied together more often than this program follows.",
    "model.unknown_operator": "The model uses the operator {operator}, which this program does not run.",
    "model.odd_attribute": "The model's operator {operator} holds something other than numbers and text.",
    "model.large_constant": "The model holds a constant that is larger than its file; the file is damaged.",
    "model.misfit_operator": "The model's operator {operator} does not fit the one before it.",
    "model.hungry_operator": "The model's operator {operator} asks for too much memory.",
    "model.misleading_graph": "The model does not lead from {features} features to {classes} probabilities.",
    "model.beats_too_large": "The beat net is {size:.1f} MB; it may have at most {most} MB.",
    "model.beats_misleading": (
        "The beat net does not lead from {features} features to beats, downbeats and {tempi} tempi."
    ),
    "model.beats_other_input": (
        "{name}: made for other features ({input}); this program measures {measured}. Update the file."
    ),
    "model.one_label": "The table has one label only; a classifier needs at least two.",
    "model.few_artists": "“{label}” has fewer than {folds} artists, too few for {folds} artist-grouped folds.",
    "model.no_table": "There is no file {path}.",
    "model.table_not_read": "{name} cannot be read: {reason}.",
    "model.no_csv": "{name} is not a CSV table.",
    "model.table_lacks_column": "{name} lacks the column “{column}”; is it the right table?",
    "model.table_holds_text": "{name} holds text where features should be; they must be numbers.",
    "model.table_lacks_number": "{name} has no number in row {row}, column “{column}”; fill or remove the row.",
    "model.rows_not_named": "{name} does not name each row of the feature table once, with the same label.",
    "model.other_tables": "The model was not made from the table {name}.",
    "model.other_format": "The model file has format {format}; this program reads format {known}.",
    "model.reads_other": "The model reads something other than “{name}”.",
    "model.gives_other": "The model gives something other than “{name}”.",
    "model.reads_other_shape": "The model reads “{name}” in another shape than its passport says: {width} a row.",
    "model.gives_other_shape": "The model gives “{name}” in another shape than its passport says: {width} a row.",
    "model.no_saved_form": "{name} cannot be saved as a model: {reason}.",
    "model.too_many_columns": (
        "A model reads {most:,} columns at most, and these data have {columns:,}: leave columns out before training."
    ),
    "model.not_looked_at": "{name}: {reason}.",
    "model.unfit_column": (
        "{name} reads “{column}”, which this program does not measure, so it cannot classify clips. Train on a table "
        "written by “groovescope analyze” or on a folder of music."
    ),
    "model.unfit_recipe": (
        "{name}: feature set differs ({recipe}); {measured} expected. Train it again on features that this program "
        "measured."
    ),
}
