"""A fitted pipeline to an ONNX graph from `features` to `probabilities`, the same bytes for the same pipeline."""

from typing import Any

import numpy as np

from core.errors import ModelError
from core.estimators.balance import Balanced
from core.estimators.committee import Committee
from core.estimators.transformers import CLIP, FLOOR, ArtistWhitener, KernelLogisticRegression, MusicScaler
from core.model_file.graph import INPUT, OUTPUT

_OPSET = {"": 18, "ai.onnx.ml": 3}


def to_graph(estimator: Any, n_columns: int) -> bytes:
    """Convert a fitted classifier or pipeline to ONNX.

    Parameters
    ----------
    estimator : with `predict_proba`, every step convertible
    n_columns : columns it was fitted on

    Raises
    ------
    ModelError : where a step has no ONNX form, in one line
    """
    estimator = _without_balance(estimator)
    if isinstance(estimator[-1] if hasattr(estimator, "named_steps") else estimator, Committee):
        return _committee_graph(estimator[-1] if hasattr(estimator, "named_steps") else estimator, n_columns)
    from skl2onnx import convert_sklearn
    from skl2onnx.common.data_types import FloatTensorType
    from skl2onnx.helpers.onnx_helper import select_model_inputs_outputs

    _register()
    try:
        model = convert_sklearn(
            estimator,
            name="genres",
            initial_types=[(INPUT, FloatTensorType([None, n_columns]))],
            options={"zipmap": False},
            target_opset=_OPSET,
        )
        model = select_model_inputs_outputs(model, OUTPUT)
    except Exception as problem:  # noqa: BLE001 (skl2onnx raises whatever its converters stumble over)
        reason = (str(problem).strip().splitlines() or [type(problem).__name__])[0][:120]
        raise ModelError("model.no_onnx_form", reason=reason) from None
    model.graph.output[0].type.CopyFrom(_probabilities_type(len(estimator.classes_)))
    model.producer_name, model.producer_version, model.doc_string = ("groovescope", "", "")
    del model.graph.value_info[:]
    return bytes(model.SerializeToString(deterministic=True))


def _without_balance(estimator: Any) -> Any:
    """Return a fitted pipeline whose classifier stands by itself: that its classes were balanced counts no more."""
    from sklearn.pipeline import Pipeline

    if not (hasattr(estimator, "named_steps") and isinstance(estimator[-1], Balanced)):
        return estimator
    return Pipeline([*estimator.steps[:-1], (estimator.steps[-1][0], estimator[-1].estimator_)])


def _committee_graph(committee: Committee, n_columns: int) -> bytes:
    """Join the graphs of all members, each on its columns of the one input, by the mean of their probabilities."""
    from onnx import TensorProto, compose, helper, load_from_string

    nodes, constants, said = [], [], []
    for number, (places, fitted) in enumerate(committee.members_):
        prefix = f"member{number}_"
        part = compose.add_prefix(load_from_string(to_graph(fitted, len(places))), prefix).graph
        chosen = f"{prefix}places"
        constants.append(helper.make_tensor(chosen, TensorProto.INT64, [len(places)], list(places)))
        nodes.append(helper.make_node("Gather", [INPUT, chosen], [f"{prefix}{INPUT}"], f"{prefix}gather", axis=1))
        nodes += part.node
        asked = {name for node in part.node for name in node.input}
        constants += [one for one in part.initializer if one.name in asked]
        said.append(part.output[0].name)
    total = said[0]
    for number, other in enumerate(said[1:], start=1):
        nodes.append(helper.make_node("Add", [total, other], [f"sum{number}"], f"add{number}"))
        total = f"sum{number}"
    constants.append(helper.make_tensor("share", TensorProto.FLOAT, [1], [1.0 / len(said)]))
    nodes.append(helper.make_node("Mul", [total, "share"], [OUTPUT], "mean"))
    source = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [None, n_columns])
    result = helper.make_value_info(OUTPUT, _probabilities_type(len(committee.classes_)))
    graph = helper.make_graph(nodes, "genres", [source], [result], constants)
    versions = [helper.make_opsetid(domain, number) for domain, number in sorted(_OPSET.items())]
    model = helper.make_model(graph, opset_imports=versions, producer_name="groovescope", ir_version=8)
    return bytes(model.SerializeToString(deterministic=True))


def _probabilities_type(n_classes: int) -> Any:
    from onnx import TensorProto, helper

    return helper.make_tensor_type_proto(TensorProto.FLOAT, [None, n_classes])


def _register() -> None:
    """Teach skl2onnx the steps of `core.estimators.transformers`; again and again is harmless."""
    from skl2onnx import update_registered_converter

    for kind, alias, shape, convert in (
        (MusicScaler, "GroovescopeMusicScaler", _scaled_shape, _convert_scaler),
        (ArtistWhitener, "GroovescopeArtistWhitener", _scaled_shape, _convert_whitener),
        (KernelLogisticRegression, "GroovescopeKernelLogistic", _classified_shape, _convert_kernel),
    ):
        options = {"zipmap": [True, False, "columns"]} if kind is KernelLogisticRegression else None
        update_registered_converter(kind, alias, shape, convert, options=options)


def _scaled_shape(operator: Any) -> None:
    from skl2onnx.common.data_types import FloatTensorType

    step = operator.raw_operator
    width = len(step.matrix_) if isinstance(step, ArtistWhitener) else len(step.mean_)
    operator.outputs[0].type = FloatTensorType([None, width])


def _classified_shape(operator: Any) -> None:
    from skl2onnx.common.data_types import FloatTensorType, Int64TensorType

    operator.outputs[0].type = Int64TensorType([None])
    operator.outputs[1].type = FloatTensorType([None, len(operator.raw_operator.classes_)])


class _Writer:
    """Writes one operator after another into a graph that skl2onnx is building."""

    def __init__(self, scope: Any, container: Any) -> None:
        self.scope = scope
        self.container = container

    def constant(self, values: Any, *, integer: bool = False) -> str:
        from onnx import TensorProto

        array = np.asarray(values)
        name = str(self.scope.get_unique_variable_name("constant"))
        kind = TensorProto.INT64 if integer else TensorProto.FLOAT
        if array.dtype == bool:
            kind = TensorProto.BOOL
        self.container.add_initializer(name, kind, list(array.shape), array.ravel().tolist())
        return name

    def node(self, operator: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        name = output or str(self.scope.get_unique_variable_name(operator.lower()))
        label = self.scope.get_unique_operator_name(operator)
        self.container.add_node(operator, list(inputs), name, op_version=_SINCE[operator], name=label, **attributes)
        return name


_SINCE = {
    "Add": 14, "ArgMax": 13, "Clip": 13, "Concat": 13, "Cos": 7, "Div": 14, "Exp": 13, "Gather": 13, "Log": 13,
    "MatMul": 13, "Max": 13, "Mul": 14, "ReduceSumSquare": 18, "Sin": 7, "Softmax": 13, "Sub": 14, "Where": 16,
}  # fmt: skip
"""The operator-set version that last changed each operator, up to the one this program writes."""


def _convert_scaler(scope: Any, operator: Any, container: Any) -> None:
    step, write = operator.raw_operator, _Writer(scope, container)
    source = operator.inputs[0].full_name
    logarithms = write.node("Log", write.node("Max", source, write.constant([FLOOR])))
    scales = write.node("Where", write.constant(step.logarithmic_[None]), logarithms, source)
    if step.tempo_ >= 0:
        tempo = write.node("Gather", scales, write.constant([step.tempo_], integer=True), axis=1)
        turns = write.node("Mul", tempo, write.constant([2 * np.pi / np.log(2)]))
        scales = write.node("Concat", scales, write.node("Cos", turns), write.node("Sin", turns), axis=1)
    centred = write.node("Sub", scales, write.constant(step.mean_[None]))
    scaled = write.node("Div", centred, write.constant(step.deviation_[None]))
    limits = write.constant(np.float32(-CLIP)), write.constant(np.float32(CLIP))
    write.node("Clip", scaled, *limits, output=operator.outputs[0].full_name)


def _convert_whitener(scope: Any, operator: Any, container: Any) -> None:
    step, write = operator.raw_operator, _Writer(scope, container)
    matrix = write.constant(step.matrix_)
    write.node("MatMul", operator.inputs[0].full_name, matrix, output=operator.outputs[0].full_name)


def _convert_kernel(scope: Any, operator: Any, container: Any) -> None:
    """Write the kernel as one matrix product, by ‖a - b‖² = ‖a‖² - 2ab + ‖b‖²."""
    step, write = operator.raw_operator, _Writer(scope, container)
    source = operator.inputs[0].full_name
    axes = write.constant([1], integer=True)
    lengths = write.node("ReduceSumSquare", source, axes, keepdims=1)
    products = write.node("MatMul", source, write.constant(-2 * step.centres_.T))
    distances = write.node(
        "Add", write.node("Add", lengths, products), write.constant((step.centres_**2).sum(axis=1)[None])
    )
    kernel = write.node("Exp", write.node("Mul", distances, write.constant([-step.gamma])))
    scores = write.node("MatMul", kernel, write.constant(step.dual_coef_))
    scores = write.node("Add", scores, write.constant(step.intercept_[None]))
    label, probabilities = (output.full_name for output in operator.outputs)
    write.node("ArgMax", scores, axis=1, keepdims=0, output=label)
    write.node("Softmax", scores, axis=1, output=probabilities)
