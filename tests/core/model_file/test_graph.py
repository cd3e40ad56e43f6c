"""Hostile and mistaken ONNX graphs: each is refused before it runs, in one line."""

import time
import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from core.errors import ModelError
from core.model_file.graph import MAX_NODES, check_graph
from tests.core.synthetic_genres import linear_graph
from tests.pace import Pace


def changed(change: Callable[[Any], object]) -> bytes:
    """A sound graph of three features and three classes, after `change` has had its way with it."""
    import onnx

    model = onnx.ModelProto.FromString(linear_graph(3, 3))
    change(model)
    return bytes(model.SerializeToString())


def put_before(model: Any, *nodes: Any) -> None:
    """Let `nodes` work on the features before the sound part does."""
    sound = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*nodes, *sound])


def node(*arguments: Any, **attributes: Any) -> Any:
    from onnx import helper

    return helper.make_node(*arguments, **attributes)


def add_foreign_operator(model: Any) -> None:
    from onnx import helper

    model.opset_import.append(helper.make_opsetid("com.evil", 1))
    put_before(model, node("Run", ["features"], ["x"], domain="com.evil"))


def add_unlisted_operator(model: Any) -> None:
    put_before(model, node("NonZero", ["features"], ["x"]))


def add_unlisted_learning_operator(model: Any) -> None:
    from onnx import helper

    model.opset_import.append(helper.make_opsetid("ai.onnx.ml", 3))
    put_before(model, node("CategoryMapper", ["features"], ["x"], domain="ai.onnx.ml"))


def add_loop(model: Any) -> None:
    from onnx import helper

    body = helper.make_graph([], "body", [], [])
    put_before(model, node("Loop", ["", "", "features"], ["x"], body=body))


def hide_a_graph_in_an_allowed_operator(model: Any) -> None:
    from onnx import helper

    put_before(model, node("Identity", ["features"], ["x"], body=helper.make_graph([], "body", [], [])))


def add_function(model: Any) -> None:
    from onnx import helper

    model.functions.append(helper.make_function("", "MatMul", ["a"], ["b"], [], []))


def read_another_file(model: Any) -> None:
    from onnx import TensorProto

    tensor = model.graph.initializer[0]
    tensor.ClearField("float_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")


def read_another_file_in_a_constant(model: Any) -> None:
    from onnx import TensorProto

    tensor = TensorProto(data_type=TensorProto.FLOAT, dims=[1], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="/etc/passwd")
    put_before(model, node("Constant", [], ["x"], value=tensor))


def double_again_and_again(model: Any) -> None:
    chain = ["features", *(f"x{i}" for i in range(40))]
    put_before(model, *(node("Concat", [a, a], [b], axis=1) for a, b in pairwise(chain)))


def multiply_everything_with_everything(model: Any) -> None:
    from onnx import TensorProto, helper

    model.graph.initializer.append(helper.make_tensor("column", TensorProto.FLOAT, [5000, 1], [1.0] * 5000))
    model.graph.initializer.append(helper.make_tensor("row", TensorProto.FLOAT, [1, 5000], [1.0] * 5000))
    put_before(model, node("MatMul", ["column", "row"], ["x"]))


def grow_with_the_square_of_the_rows(model: Any) -> None:
    """For one row everything has one element; for 64 rows the last product has 64 to the eighth."""
    from onnx import TensorProto, helper

    for name, sizes in (("axis", [1]), ("as_column", [-1, 1]), ("as_row", [1, -1])):
        model.graph.initializer.append(helper.make_tensor(name, TensorProto.INT64, [len(sizes)], sizes))
    nodes = [node("ReduceMax", ["features", "axis"], ["m0"], keepdims=1)]
    for i in range(3):
        nodes.append(node("Reshape", [f"m{i}", "as_column"], [f"column{i}"]))
        nodes.append(node("Reshape", [f"m{i}", "as_row"], [f"row{i}"]))
        nodes.append(node("MatMul", [f"column{i}", f"row{i}"], [f"m{i + 1}"]))
    put_before(model, *nodes)


def keep_a_thousand_wide_rows_alive(model: Any) -> None:
    """None of them is too wide, but all are needed at the end."""
    wide = [node("Concat", ["features"] * 1000, ["w0"], axis=1), node("Concat", ["w0"] * 300, ["wide"], axis=1)]
    names = [f"y{i}" for i in range(1000)]
    put_before(model, *wide, *(node("Neg", ["wide"], [name]) for name in names), node("Sum", names, ["x"]))


def claim_a_huge_constant(model: Any) -> None:
    from onnx import TensorProto

    model.graph.initializer.append(TensorProto(name="huge", data_type=TensorProto.FLOAT, dims=[2**40]))


def claim_a_negative_constant(model: Any) -> None:
    from onnx import TensorProto

    model.graph.initializer.append(TensorProto(name="odd", data_type=TensorProto.FLOAT, dims=[-1]))


def pile_up_operators(model: Any) -> None:
    put_before(model, *(node("Identity", ["features"], [f"x{i}"]) for i in range(MAX_NODES)))


def tie_everything_together(model: Any) -> None:
    put_before(model, *(node("Sum", ["features"] * 3000, [f"x{i}"]) for i in range(100)))


def read_from_nowhere(model: Any) -> None:
    model.graph.node[0].input[0] = "nothing"


def rename_the_input(model: Any) -> None:
    model.graph.input[0].name = "other"


def fix_the_number_of_rows(model: Any) -> None:
    model.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 7


def give_a_second_output(model: Any) -> None:
    model.graph.output.append(model.graph.output[0])


def multiply_shapes_that_do_not_fit(model: Any) -> None:
    model.graph.initializer[0].dims[0] = 9


@pytest.fixture(scope="module")
def pace() -> Pace:
    """Measured once: to measure takes longer than most graphs, and many times as long while memory is traced."""
    return Pace()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (add_foreign_operator, "foreign operators"),
        (add_unlisted_operator, "operator ai.onnx:NonZero"),
        (add_unlisted_learning_operator, "operator ai.onnx.ml:CategoryMapper"),
        (add_loop, "operator ai.onnx:Loop"),
        (hide_a_graph_in_an_allowed_operator, "something other than numbers"),
        (add_function, "more than a plain graph"),
        (read_another_file, "in other files"),
        (read_another_file_in_a_constant, "something other than numbers"),
        (double_again_and_again, "too much memory"),
        (multiply_everything_with_everything, "too much memory"),
        (grow_with_the_square_of_the_rows, "too much memory"),
        (keep_a_thousand_wide_rows_alive, "too much memory"),
        (claim_a_huge_constant, "larger than its file"),
        (claim_a_negative_constant, "larger than its file"),
        (pile_up_operators, "operators; at most"),
        (tie_everything_together, "tied together"),
        (read_from_nowhere, "does not fit"),
        (rename_the_input, "reads something other"),
        (fix_the_number_of_rows, "in another shape"),
        (give_a_second_output, "gives something other"),
        (multiply_shapes_that_do_not_fit, "does not fit"),
    ],
)
def test_a_graph_that_is_more_than_arithmetic_on_a_row_is_refused(
    change: Callable[[Any], object], what: str, pace: Pace
) -> None:
    content = changed(change)
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(ModelError, match=what) as refusal:
        check_graph(content, 3, 3)
    seconds = time.perf_counter() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "\n" not in str(refusal.value)
    assert peak < 50e6
    assert pace.allows(seconds, 10.0)


def test_a_refusal_shows_no_control_characters() -> None:
    def rename(model: Any) -> None:
        model.graph.node[0].op_type = "Mat\x1b[2J\n"

    with pytest.raises(ModelError) as refusal:
        check_graph(changed(rename), 3, 3)
    assert str(refusal.value).isprintable()


def test_a_sound_graph_passes() -> None:
    check_graph(linear_graph(3, 3), 3, 3)
    check_graph(linear_graph(57, 10), 57, 10)


def test_a_graph_of_another_width_is_refused() -> None:
    with pytest.raises(ModelError, match="in another shape"):
        check_graph(linear_graph(3, 3), 4, 3)
    with pytest.raises(ModelError, match="in another shape"):
        check_graph(linear_graph(3, 3), 3, 4)


@pytest.mark.parametrize("content", [b"", b"not a graph at all", b"\x80\x04\x95", bytes(range(256))])
def test_bytes_that_are_no_graph_are_refused(content: bytes) -> None:
    with pytest.raises(ModelError):
        check_graph(content, 3, 3)
