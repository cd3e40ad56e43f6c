"""What an ONNX graph must be before this program runs it: small, flat, numeric, and of known operators only.

A graph is data, but a hostile one could still ask for unbounded memory or time, or for files beside it. So it is
read as a message first: known operators, no loops, no sub-graphs, no external data, one input row in and one row of
probabilities out, and the size of every tensor in between worked out for one row and for `BATCH` rows: the only numbers
of rows that it is ever given at a time, since a graph that is small for one row may be huge for a few.
"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.model_file.text import printable

if TYPE_CHECKING:
    from onnx import AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, TypeProto

INPUT = "features"
OUTPUT = "probabilities"

MAX_NODES = 5000
MAX_EDGES = 10 * MAX_NODES
"""Most inputs, outputs and attributes of all operators together, each of which takes time to check."""

MAX_ELEMENTS = 1_000_000
"""Largest tensor that one row of features may lead to: 4 MB."""

MAX_TOTAL = 32 * 1024 * 1024
"""Most elements of all tensors of a run together: 128 MB, or 256 MB of integers."""

BATCH = 64
"""Rows at a time where there are so many; otherwise one."""

MAX_CONSTANT = 16 * 1024 * 1024
"""Most elements of a constant: as many numbers as fit into the largest model file."""

# fmt: off
_STANDARD = frozenset((
    "Abs", "Add", "And", "ArgMax", "Cast", "Clip", "Concat", "Constant", "Cos", "Div", "Equal", "Exp", "Flatten",
    "Gather", "Gemm", "Greater", "Identity", "Less", "Log", "MatMul", "Max", "Min", "Mul", "Neg", "Not", "Or",
    "Pow", "Reciprocal", "ReduceLogSumExp", "ReduceMax", "ReduceSum", "ReduceSumSquare", "Relu", "Reshape", "Sigmoid",
    "Sin", "Slice", "Softmax", "Sqrt", "Squeeze", "Sub", "Sum", "Tanh", "Transpose", "Unsqueeze", "Where",
))
# fmt: on
# fmt: off
_LEARNING = frozenset((
    "ArrayFeatureExtractor", "LinearClassifier", "Normalizer", "SVMClassifier", "Scaler", "TreeEnsembleClassifier",
    "TreeEnsembleRegressor",
))
# fmt: on
_Shape = tuple[int, ...]


def check_graph(content: bytes, n_columns: int, n_classes: int) -> None:
    """`ModelError` unless `content` is an ONNX graph from `n_columns` features to `n_classes` probabilities."""
    model = parsed_graph(content)
    check_operators(model.graph)
    _check_ports(model.graph, n_columns, n_classes)
    for n_rows in (1, BATCH):
        _check_sizes(model, n_rows, n_columns, n_classes)


def parsed_graph(content: bytes) -> "ModelProto":
    """Read a graph as a message; `ModelError` for anything beside a plain graph."""
    import onnx

    model = onnx.ModelProto()
    try:
        model.ParseFromString(content)
    except Exception:  # noqa: BLE001 (protobuf's own DecodeError, which has no types to import)
        raise ModelError("model.not_onnx") from None
    _check_parts(model)
    return model


def _check_parts(model: "ModelProto") -> None:
    """Nothing beside a plain graph: no functions, training graphs, foreign operator sets or external data."""
    from onnx import TensorProto

    foreign = sorted({entry.domain for entry in model.opset_import} - {"", "ai.onnx", "ai.onnx.ml"})
    if foreign:
        raise ModelError("model.foreign_operators", domain=printable(str(foreign[0]), 60))
    if model.functions or model.training_info or model.graph.sparse_initializer:
        raise ModelError("model.not_plain")
    for tensor in model.graph.initializer:
        if tensor.data_location == TensorProto.EXTERNAL or tensor.external_data:
            raise ModelError("model.other_files")


def check_operators(graph: "GraphProto", standard: frozenset[str] = _STANDARD) -> None:
    """`ModelError` for operators that are not among the known, for too many, and for sub-graphs.

    Parameters
    ----------
    graph : GraphProto
    standard : names of the operators of the standard set that may be used
    """
    from onnx import AttributeProto

    if len(graph.node) > MAX_NODES:
        raise ModelError("model.many_operators", operators=len(graph.node), most=MAX_NODES)
    if sum(len(node.input) + len(node.output) + len(node.attribute) for node in graph.node) > MAX_EDGES:
        raise ModelError("model.many_edges")
    known = {"": standard, "ai.onnx": standard, "ai.onnx.ml": _LEARNING}
    plain = {
        AttributeProto.FLOAT,
        AttributeProto.FLOATS,
        AttributeProto.INT,
        AttributeProto.INTS,
        AttributeProto.STRING,
        AttributeProto.STRINGS,
        AttributeProto.TENSOR,
    }
    for node in graph.node:
        if node.op_type not in known.get(node.domain, frozenset()):
            operator = printable(f"{node.domain or 'ai.onnx'}:{node.op_type}", 60)
            raise ModelError("model.unknown_operator", operator=operator)
        for attribute in node.attribute:
            if attribute.type not in plain or attribute.t.external_data:
                raise ModelError("model.odd_attribute", operator=node.op_type)


def _check_ports(graph: "GraphProto", n_columns: int, n_classes: int) -> None:
    """One float32 matrix in, one out, as wide as the passport says, with any number of rows."""
    from onnx import TensorProto

    for reads, ports, name, width in (
        (True, graph.input, INPUT, n_columns),
        (False, graph.output, OUTPUT, n_classes),
    ):
        if [port.name for port in ports] != [name] or ports[0].type.tensor_type.elem_type != TensorProto.FLOAT:
            raise ModelError("model.reads_other" if reads else "model.gives_other", name=name)
        dimensions = ports[0].type.tensor_type.shape.dim
        if len(dimensions) != 2 or dimensions[0].HasField("dim_value") or dimensions[1].dim_value != width:
            raise ModelError("model.reads_other_shape" if reads else "model.gives_other_shape", name=name, width=width)


def _check_sizes(model: "ModelProto", n_rows: int, n_columns: int, n_classes: int) -> None:
    """Check that some rows of features become as many rows of probabilities, with small tensors on the way."""
    given = follow_sizes(model, {INPUT: (n_rows, n_columns)}, MAX_ELEMENTS * n_rows, MAX_TOTAL)
    if given.get(OUTPUT) != (n_rows, n_classes):
        raise ModelError("model.misleading_graph", features=n_columns, classes=n_classes)


def follow_sizes(model: "ModelProto", inputs: dict[str, _Shape], largest: int, most: int) -> dict[str, _Shape]:
    """Follow float32 inputs through a graph: every tensor has a known size, and all together are small.

    Parameters
    ----------
    model : ModelProto
    inputs : the shape of each input
    largest : elements that one tensor may have
    most : elements of all tensors together

    Returns
    -------
    dict[str, tuple[int, ...]]
        The shape of each output of the graph that is known.

    Raises
    ------
    ModelError
    """
    from onnx import TensorProto, helper

    graph = model.graph
    types: dict[str, TypeProto] = {
        name: helper.make_tensor_type_proto(TensorProto.FLOAT, list(shape)) for name, shape in inputs.items()
    }
    for tensor in graph.initializer:
        if math.prod(tensor.dims) > MAX_CONSTANT or any(size < 0 for size in tensor.dims):
            raise ModelError("model.large_constant")
        types[tensor.name] = helper.make_tensor_type_proto(tensor.data_type, list(tensor.dims))
    # Reshape, Slice and the like take sizes and axes from small constants.
    sizes = {c.name: c for c in graph.initializer if c.data_type == TensorProto.INT64 and math.prod(c.dims) <= 64}
    total = 0
    for node in graph.node:
        try:
            types.update(_output_types(model, node, types, sizes))
            counts = [_count(types[name]) for name in node.output if name]
            hungriest = max(counts)
        except Exception:  # noqa: BLE001 (onnx raises several types of its own over a hostile node)
            raise ModelError("model.misfit_operator", operator=node.op_type) from None
        total += sum(counts)
        if hungriest > largest or total > most:
            raise ModelError("model.hungry_operator", operator=node.op_type)
    return {port.name: _shape(types[port.name]) for port in graph.output if port.name in types}


def _shape(kind: "TypeProto") -> _Shape:
    """Return the sizes of a tensor; ValueError where one is unknown."""
    dimensions = kind.tensor_type.shape.dim
    if not kind.tensor_type.HasField("shape") or not all(entry.HasField("dim_value") for entry in dimensions):
        raise ValueError("a size is unknown")
    if any(entry.dim_value < 0 for entry in dimensions):
        raise ValueError("a size is negative")
    return tuple(entry.dim_value for entry in dimensions)


def _count(kind: "TypeProto") -> int:
    """Return the number of elements of a tensor."""
    return math.prod(_shape(kind))


def _output_types(
    model: "ModelProto", node: "NodeProto", types: dict[str, "TypeProto"], sizes: dict[str, "TensorProto"]
) -> dict[str, "TypeProto"]:
    """Types of what `node` gives, from the types of what it reads; KeyError where an input comes from nowhere."""
    from onnx import TensorProto, defs, helper
    from onnx.shape_inference import infer_node_outputs

    inputs = {name: types[name] for name in node.input if name}
    if node.domain == "ai.onnx.ml":
        shapes = _LEARNING_SHAPES[node.op_type](node, [_shape(inputs[name]) for name in node.input])
        kinds: list[Any] = [TensorProto.INT64, TensorProto.FLOAT] if len(shapes) == 2 else [TensorProto.FLOAT]
        if node.op_type == "ArrayFeatureExtractor":
            kinds = [inputs[node.input[0]].tensor_type.elem_type]
        made = zip(node.output, kinds, shapes, strict=True)
        return {name: helper.make_tensor_type_proto(kind, list(shape)) for name, kind, shape in made}
    version = max(entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx"))
    schema = defs.get_schema(node.op_type, version, "")
    inferred: dict[str, TypeProto] = infer_node_outputs(
        schema,
        node,
        inputs,
        {name: sizes[name] for name in inputs if name in sizes},
        opset_imports=list(model.opset_import),
        ir_version=model.ir_version,
    )
    return inferred


def _same(_node: "NodeProto", shapes: list[_Shape]) -> list[_Shape]:
    return [shapes[0]]


def _extracted(_node: "NodeProto", shapes: list[_Shape]) -> list[_Shape]:
    values, places = shapes
    return [(*(values[:-1] or (1,)), math.prod(places))]


def _classified(node: "NodeProto", shapes: list[_Shape]) -> list[_Shape]:
    labels = max(len(_attribute(node, "classlabels_ints").ints), len(_attribute(node, "classlabels_int64s").ints))
    labels = max(labels, len(_attribute(node, "classlabels_strings").strings))
    labels = max(labels, len(_attribute(node, "classlabels_string").strings))
    pairwise = node.op_type == "SVMClassifier" and labels > 2 and not _attribute(node, "prob_a").floats
    rows = shapes[0][0]
    return [(rows,), (rows, labels * (labels - 1) // 2 if pairwise else labels)]


def _regressed(node: "NodeProto", shapes: list[_Shape]) -> list[_Shape]:
    return [(shapes[0][0], _attribute(node, "n_targets").i or 1)]


def _attribute(node: "NodeProto", name: str) -> "AttributeProto":
    from onnx import AttributeProto

    return next((attribute for attribute in node.attribute if attribute.name == name), AttributeProto())


_LEARNING_SHAPES: dict[str, Callable[["NodeProto", list[_Shape]], list[_Shape]]] = {
    "ArrayFeatureExtractor": _extracted,
    "LinearClassifier": _classified,
    "Normalizer": _same,
    "SVMClassifier": _classified,
    "Scaler": _same,
    "TreeEnsembleClassifier": _classified,
    "TreeEnsembleRegressor": _regressed,
}
