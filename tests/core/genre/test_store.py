"""The user's models: listed whatever they are, added and removed whole or not at all, one of them in use."""

import json
import os
import pickle
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.commandline.app import main
from core.errors import ModelError
from core.genre.model import load_model
from core.genre.store import (
    add_model,
    keep,
    list_models,
    look_at,
    model_path,
    models_folder,
    remove_model,
    restore_model,
    share_model,
    usable_model,
)
from core.model_file.container import MAX_FILE_BYTES, read_model_file, write_model_file
from models import shipped_model_path
from resources import resource_path
from tests.core.synthetic_genres import linear_passport, write_linear_model
from tests.waiting import PATIENCE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "models"
    made.mkdir()
    return made


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A sound model file as somebody else may have sent it."""
    path = tmp_path / "from a friend.gsm"
    write_linear_model(path)
    return path


def names(folder: Path) -> list[str]:
    return [one.name for one in list_models(folder)]


def test_the_shipped_model_comes_first_even_without_a_folder(tmp_path: Path) -> None:
    (shipped,) = list_models(tmp_path / "none")
    assert shipped.is_shipped and shipped.problem == "" and shipped.unfit == ""
    assert shipped.passport is not None and len(shipped.passport.classes) == 10


def test_the_latest_model_comes_first_among_the_users_own(folder: Path) -> None:
    for number, name in enumerate(("old", "new", "middle")):
        write_linear_model(folder / f"{name}.gsm")
        os.utime(folder / f"{name}.gsm", (1000 + (number * 2) % 3, 1000 + (number * 2) % 3))
    assert names(folder) == ["", "new", "middle", "old"]


def test_a_damaged_file_is_an_entry_with_its_reason(folder: Path, shared: Path) -> None:
    (folder / "broken.gsm").write_bytes(shared.read_bytes()[:200])
    (folder / "notes.txt").write_text("no model")
    (folder / ".half.gsm").write_bytes(b"")
    _, broken = list_models(folder)
    assert broken.passport is None
    assert broken.problem == "broken.gsm is not a Groovescope model or is damaged; download or rebuild it."


def test_a_file_that_is_replaced_is_looked_at_again(folder: Path, shared: Path) -> None:
    path = folder / "model.gsm"
    path.write_bytes(b"")
    assert look_at(path).problem
    path.write_bytes(shared.read_bytes())
    assert not look_at(path).problem


def test_an_added_model_is_the_same_model(folder: Path, shared: Path) -> None:
    added = add_model(shared, folder)
    assert (added.name, added.problem) == ("from a friend", "")
    assert added.path.read_bytes() == shared.read_bytes()
    assert add_model(shared, folder).name == "from a friend 2"
    assert sorted(path.name for path in folder.iterdir()) == ["from a friend 2.gsm", "from a friend.gsm"]


def test_what_lies_around_a_model_in_its_file_is_not_taken_along(folder: Path, shared: Path) -> None:
    shared.write_bytes(b"#!/bin/sh\n" + shared.read_bytes())  # a zip archive may have something before it
    content = add_model(shared, folder).path.read_bytes()
    assert content.startswith(b"PK") and b"/bin/sh" not in content


def test_a_file_that_is_no_model_is_not_added(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.gsm"
    wrong.write_text("something else")
    with pytest.raises(ModelError, match="wrong.gsm is not a Groovescope model"):
        add_model(wrong, folder)
    with pytest.raises(ModelError, match="There is no model file"):
        add_model(tmp_path / "none.gsm", folder)
    assert list(folder.iterdir()) == []


def test_a_store_that_cannot_be_written_is_said_to_be_so(tmp_path: Path, shared: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match=r"^The model was not saved: .* cannot be written"):
        add_model(shared, tmp_path / "file" / "models")


def test_nothing_is_left_of_a_model_whose_writing_fails(folder: Path) -> None:
    def fail(part: Path) -> None:
        part.write_bytes(b"half")
        raise ModelError("no")

    with pytest.raises(ModelError, match="no"):
        keep("mine", fail, folder)
    assert list(folder.iterdir()) == []


def test_a_removed_model_comes_back_when_asked(folder: Path, shared: Path) -> None:
    added = add_model(shared, folder)
    removed = remove_model(added.path)
    assert names(folder) == [""]
    assert restore_model(removed, added.path) == added.path
    assert names(folder) == ["", "from a friend"]


def test_a_model_comes_back_beside_the_one_that_took_its_place(folder: Path, shared: Path) -> None:
    added = add_model(shared, folder)
    removed = remove_model(added.path)
    add_model(shared, folder)
    assert restore_model(removed, added.path).name == "from a friend 2.gsm"


def test_what_was_removed_long_ago_is_forgotten_and_the_shipped_model_stays(folder: Path, shared: Path) -> None:
    long_ago = time.time() - 40 * 24 * 3600
    first = remove_model(add_model(shared, folder).path)
    os.utime(first, (long_ago, long_ago))
    second = remove_model(add_model(shared, folder).path)
    assert second.exists() and len(list(second.parent.iterdir())) == 1
    with pytest.raises(ModelError, match="part of the program"):
        remove_model(shipped_model_path())
    with pytest.raises(ModelError, match="could not be removed"):
        remove_model(folder / "none.gsm")


def test_a_shared_model_is_the_same_file(folder: Path, shared: Path, tmp_path: Path) -> None:
    added = add_model(shared, folder)
    share_model(added.path, tmp_path / "copy.gsm")
    assert (tmp_path / "copy.gsm").read_bytes() == added.path.read_bytes()
    with pytest.raises(ModelError, match="the model file itself"):
        share_model(added.path, added.path)
    with pytest.raises(ModelError, match="could not be written"):
        share_model(added.path, tmp_path / "no folder" / "copy.gsm")
    assert load_model(added.path).classes


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..\\..\\windows", "/absolute", "con", "𝄞" * 90, "", "..."],
    ids=lambda name: ascii(name[:12]),
)
def test_a_model_is_kept_in_the_store_whatever_it_is_called(folder: Path, name: str) -> None:
    kept = keep(name, lambda part: part.write_bytes(b"model"), folder)
    assert list(folder.parent.rglob("*.gsm")) == [kept]
    assert kept.parent == folder and not kept.name.startswith(".")
    assert model_path(kept.stem, folder) == kept


def test_a_model_is_found_by_its_name(folder: Path, shared: Path) -> None:
    add_model(shared, folder)
    assert model_path("", folder) == shipped_model_path()
    assert (
        model_path("from a friend", folder) == model_path("from a friend.gsm", folder) == folder / "from a friend.gsm"
    )
    assert model_path("../../outside", folder).parent == folder


def test_a_model_of_another_recipe_is_listed_but_not_used_for_clips(folder: Path) -> None:
    write_linear_model(folder / "older.gsm", replace(linear_passport(), recipe="older"))
    found = look_at(folder / "older.gsm")
    assert found.passport is not None and found.problem == ""
    assert "feature set differs (older)" in found.unfit and "Train it again" in found.unfit
    write_linear_model(folder / "moods.gsm", linear_passport(("rms_mean", "mood")))
    assert "“mood”, which this program does not measure" in look_at(folder / "moods.gsm").unfit


def test_where_the_chosen_model_cannot_be_used_the_shipped_one_speaks_and_it_is_said(
    folder: Path, shared: Path
) -> None:
    sound = add_model(shared, folder).path
    assert usable_model(None) == (None, None)
    assert usable_model(sound) == (sound, None)
    path, note = usable_model(folder / "gone.gsm")
    assert path is None and str(note).startswith("The model gone no longer exists. The shipped model is used instead")
    sound.write_bytes(b"damaged")
    path, note = usable_model(sound)
    assert path is None and "is not a Groovescope model" in str(note) and "The shipped model is used" in str(note)


# --- what a stranger may send ----------------------------------------------------------------------------------------

MEMORY = 600 * 2**20
"""Bytes of address space that looking at a file may take beyond what the libraries themselves map."""

LOOK = """
import resource, sys
import numpy, onnx, onnxruntime
from pathlib import Path
from core.genre.store import add_model, look_at
from core.errors import ModelError
look_at(Path(sys.argv[1]))  # a sound one: everything is loaded and mapped
mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (mapped + int(sys.argv[2]),) * 2)
for path in map(Path, sys.argv[4:]):
    try:
        add_model(path, Path(sys.argv[3]))
    except ModelError as problem:
        print(path.name, problem, sep=": ")
    else:
        print(path.name, "was taken", sep=": ")
# Not ru_maxrss: that of a process begins with what its parent had.
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


def hostile_files(folder: Path, sound: Path) -> dict[str, Path]:
    """One file of each kind, by name."""
    text, graph = read_model_file(sound)
    content = sound.read_bytes()
    files = {
        name: folder / f"{name}.gsm"
        for name in ("truncated", "oversized", "bomb", "pickle", "shapes", "foreign", "claims", "deep", "empty")
    }
    files["truncated"].write_bytes(content[: len(content) // 2])
    with files["oversized"].open("wb") as stream:
        stream.truncate(8 * 2**30)
    with zipfile.ZipFile(files["bomb"], "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("passport.json", text)
        archive.writestr("model.onnx", bytes(MAX_FILE_BYTES - 1))
    files["pickle"].write_bytes(pickle.dumps({"model": np.zeros(3)}))
    write_model_file(files["shapes"], json.dumps({**json.loads(text), "classes": ["a", "b"]}), graph)
    write_model_file(files["foreign"], text, with_foreign_operator(graph))
    # The archive's own index says that a member of 300 bytes has 4 GB.
    place = content.rindex(b"PK\x01\x02")
    huge = (2**32 - 2).to_bytes(4, "little")
    files["claims"].write_bytes(content[: place + 20] + huge + huge + content[place + 28 :])
    write_model_file(files["deep"], "[" * 1_000_000, graph)
    files["empty"].touch()
    return files


def with_foreign_operator(graph: bytes) -> bytes:
    import onnx
    from onnx import helper

    model = onnx.ModelProto.FromString(graph)
    model.opset_import.append(helper.make_opsetid("com.evil", 1))
    model.graph.node.insert(0, helper.make_node("Run", ["features"], ["x"], domain="com.evil"))
    return bytes(model.SerializeToString())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs limits of address space")
def test_hostile_files_are_refused_in_a_line_each_and_in_little_memory(
    folder: Path, shared: Path, tmp_path: Path
) -> None:
    files = hostile_files(tmp_path, shared)
    command = [sys.executable, "-c", LOOK, str(shared), str(MEMORY), str(folder), *map(str, files.values())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    *said, peak = done.stdout.splitlines()
    assert [line.split(":")[0] for line in said] == [path.name for path in files.values()]
    assert not [line for line in said if "was taken" in line]
    assert done.stderr == ""
    assert list(folder.iterdir()) == []
    assert int(peak) * 1024 < 400 * 2**20


def malformed_operators() -> dict[str, bytes]:
    """Graphs of known operators whose numbers contradict each other: the runtime has to catch these."""
    from onnx import TensorProto, helper

    def graph(operator: str, outputs: list[str], **attributes: object) -> bytes:
        node = helper.make_node(operator, ["features"], outputs, domain="ai.onnx.ml", **attributes)
        made = helper.make_graph(
            [node],
            "made",
            [helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, 3])],
            [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 3])],
        )
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid("ai.onnx.ml", 3)]
        return bytes(helper.make_model(made, opset_imports=opsets, ir_version=8).SerializeToString())

    tree: dict[str, object] = {
        "nodes_treeids": [0, 0, 0], "nodes_nodeids": [0, 1, 2], "nodes_featureids": [0, 0, 0],
        "nodes_values": [0.5, 0.0, 0.0], "nodes_modes": ["BRANCH_LEQ", "LEAF", "LEAF"],
        "nodes_truenodeids": [1, 0, 0], "nodes_falsenodeids": [2, 0, 0], "class_treeids": [0, 0],
        "class_nodeids": [1, 2], "class_ids": [0, 1], "class_weights": [1.0, 1.0], "classlabels_int64s": [0, 1, 2],
    }  # fmt: skip
    circle = {"nodes_modes": ["BRANCH_LEQ", "BRANCH_LEQ", "LEAF"], "nodes_truenodeids": [1, 0, 0]}
    vectors: dict[str, object] = {
        "classlabels_ints": [0, 1, 2], "coefficients": [1.0] * 6, "kernel_type": "LINEAR",
        "kernel_params": [0.0, 0.0, 3.0], "prob_a": [1.0] * 3, "prob_b": [0.0] * 3, "rho": [0.0] * 3,
        "support_vectors": [1.0] * 9, "vectors_per_class": [1, 1, 1],
    }  # fmt: skip
    trees = {
        "a circle of branches": circle | {"nodes_falsenodeids": [1, 0, 0]},
        "a branch to nowhere": {"nodes_truenodeids": [10**9, 0, 0]},
        "a feature far away": {"nodes_featureids": [10**6, 0, 0]},
        "a class far away": {"class_ids": [0, 10**6]},
        "too few thresholds": {"nodes_values": [0.5]},
    }
    supports = {
        "more vectors than there are": {"vectors_per_class": [10**9, 1, 1]},
        "too few coefficients": {"coefficients": [1.0]},
        "too few offsets": {"rho": [0.0]},
    }
    classifier = ["label", "probabilities"]
    return {
        **{name: graph("TreeEnsembleClassifier", classifier, **(tree | change)) for name, change in trees.items()},
        **{name: graph("SVMClassifier", classifier, **(vectors | change)) for name, change in supports.items()},
    }


@pytest.mark.parametrize("name", sorted(malformed_operators()))
def test_numbers_of_an_operator_that_contradict_each_other_are_refused(tmp_path: Path, name: str) -> None:
    write_model_file(tmp_path / "model.gsm", linear_passport().to_json(), malformed_operators()[name])
    problem = look_at(tmp_path / "model.gsm").problem
    assert problem.startswith("The model") and problem.endswith("download or save the model again.")


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"faults": [1]}, "faults are not texts"),
        ({"faults": "one"}, "faults are not texts"),
        ({"versions": {"numpy": 2}}, "versions holds something"),
        ({"dropped_columns": {"length": None}}, "dropped_columns holds something"),
        ({"recalls": {"calm": "high"}}, "recalls are not"),
        ({"seed": "x"}, "the seed are not"),
        ({"evaluation": {"confusion": [[float("inf")]]}}, "not finite"),
    ],
)
def test_a_passport_whose_small_print_is_malformed_is_refused(
    shared: Path, changes: dict[str, object], what: str
) -> None:
    text, graph = read_model_file(shared)
    write_model_file(shared, json.dumps({**json.loads(text), **changes}), graph)
    assert what in look_at(shared).problem


# --- the command line ------------------------------------------------------------------------------------------------


def test_the_command_line_lists_the_models_and_says_which_are_damaged(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_model(shared)
    (models_folder() / "broken.gsm").write_text("nothing")
    assert main(["model", "list"]) == 1
    said = capsys.readouterr()
    assert "from a friend" in said.out and "Ten genres" in said.out
    assert "broken" in said.err and "is not a Groovescope model" in said.err


def test_the_command_line_takes_a_model_by_its_name(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_model(shared)
    assert main(["predict", str(resource_path("demo.flac")), "--json", "--model", "from a friend"]) == 0
    assert set(json.loads(capsys.readouterr().out)["genres"]) == {"calm", "loud", "quick"}
    assert main(["model", "show", "from a friend"]) == 0
    assert "Three genres" in capsys.readouterr().out
    assert main(["predict", str(resource_path("demo.flac")), "--model", "nobody"]) == 2
    assert "There is no model file nobody" in capsys.readouterr().err
