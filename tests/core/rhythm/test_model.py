"""The file of a beat net: what was saved is loaded, and every other file is refused before it runs, in one line."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.errors import ModelError
from core.model_file.container import write_model_file
from core.rhythm.model import BeatModel, check_beat_graph, load_beat_model, save_beat_model
from core.rhythm.net_input import N_INPUTS, TEMPI
from models import shipped_beat_net_path, shipped_model_path
from tests.core.rhythm.nets import rise_model, rise_net


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save_beat_model(tmp_path / "beats.gsm", rise_model())
    loaded = load_beat_model(tmp_path / "beats.gsm")
    assert loaded.passport == rise_model().passport
    assert loaded.graph == rise_net()


def test_the_same_net_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.gsm", "b.gsm"):
        save_beat_model(tmp_path / name, rise_model())
    assert (tmp_path / "a.gsm").read_bytes() == (tmp_path / "b.gsm").read_bytes()


def refused(path: Path) -> str:
    with pytest.raises(ModelError) as caught:
        load_beat_model(path)
    assert "\n" not in str(caught.value)
    return caught.value.code


def test_a_missing_file_a_genre_model_and_noise_are_refused(tmp_path: Path) -> None:
    (tmp_path / "noise.gsm").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    assert refused(tmp_path / "absent.gsm") == "model.no_file"
    assert refused(tmp_path / "noise.gsm") == "model.damaged"
    assert refused(shipped_model_path()) == "model.other_format"


@pytest.mark.parametrize(
    "entry",
    [
        {"format": 1},
        {"tempi": [0]},
        {"tempi": "fast"},
        {"sources": [{"name": "x"}]},
        {"sources": [{"name": 1, "by": "", "licence": "", "used_for": ""}]},
        {"name": "bell\u0007"},
        {"n_inputs": True},
        {"limits": [1]},
        {"scores": {"F": "high"}},
        {"input": "other-input-9"},
        {"n_inputs": 3},
        {"tempi": [100.0] * len(TEMPI)},
    ],
)
def test_a_passport_of_another_kind_or_with_wrong_entries_is_refused(entry: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps({**json.loads(rise_model().passport.to_json()), **entry})
    write_model_file(tmp_path / "beats.gsm", text, rise_net())
    assert refused(tmp_path / "beats.gsm").startswith("model.")


@pytest.mark.parametrize("text", ["", "[]", "{}", "{" * 10_000, '{"format": "groovescope-beats-1"}'])
def test_a_passport_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    write_model_file(tmp_path / "beats.gsm", text, rise_net())
    assert refused(tmp_path / "beats.gsm").startswith("model.")


def changed(change: Callable[[Any], object]) -> bytes:
    """A sound net after `change` has had its way with it."""
    import onnx

    model = onnx.ModelProto.FromString(rise_net())
    change(model)
    return bytes(model.SerializeToString())


def add_node(operator: str, **attributes: Any) -> Callable[[Any], None]:
    def change(model: Any) -> None:
        from onnx import helper

        model.graph.node.append(helper.make_node(operator, ["features"], ["more"], **attributes))

    return change


def rename_output(model: Any) -> None:
    model.graph.output[0].name = "downbeats"


def swap_outputs(model: Any) -> None:
    first, second = list(model.graph.output)
    del model.graph.output[:]
    model.graph.output.extend([second, first])


def multiply_out(model: Any) -> None:
    """A product of every frame with every other, which is small for a few frames only."""
    from onnx import helper

    model.graph.node.extend(
        [
            helper.make_node("Transpose", ["features"], ["turned"], perm=[0, 2, 1]),
            helper.make_node("MatMul", ["features", "turned"], ["square"]),
        ]
    )


@pytest.mark.parametrize(
    "change",
    [add_node("NonZero"), add_node("Loop"), rename_output, swap_outputs, multiply_out],
    ids=["operator", "loop", "name", "order", "memory"],
)
def test_a_graph_that_does_something_else_is_refused(change: Callable[[Any], None]) -> None:
    with pytest.raises(ModelError):
        check_beat_graph(changed(change))


def test_a_graph_that_is_too_large_is_refused() -> None:
    with pytest.raises(ModelError) as caught:
        check_beat_graph(rise_net() + bytes(5 * 1024 * 1024))
    assert caught.value.code == "model.beats_too_large"


def test_a_net_that_could_not_be_loaded_is_not_saved(tmp_path: Path) -> None:
    model = rise_model()
    with pytest.raises(ModelError):
        save_beat_model(tmp_path / "beats.gsm", BeatModel(model.passport, b"no graph"))
    with pytest.raises(ModelError):
        save_beat_model(tmp_path / "beats.gsm", replace(model, passport=replace(model.passport, n_inputs=N_INPUTS + 1)))
    assert not list(tmp_path.iterdir())


def test_the_shipped_net_is_sound_small_and_names_its_sources() -> None:
    path = shipped_beat_net_path()
    passport = load_beat_model(path).passport
    assert path.stat().st_size < 3_000_000
    licences = {source.name: (source.by, source.licence) for source in passport.sources}
    assert licences["Groove MIDI Dataset"] == ("Google LLC", "CC BY 4.0")
    assert licences["POP909"][1] == "MIT"
    assert passport.limits
    assert passport.scores["tempo right, all"] > 0.7


def test_the_card_beside_the_shipped_net_is_of_this_net() -> None:
    path = shipped_beat_net_path()
    card, passport = path.with_suffix(".md").read_text("utf-8"), load_beat_model(path).passport
    assert f"{passport.data['clips']} rendered clips" in card
    assert all(limit in card for limit in passport.limits)
    assert all(source.licence in card for source in passport.sources)
