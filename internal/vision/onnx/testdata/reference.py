"""Writes operators.jsonl: small networks, one for each operator and setting, with inputs and what onnxruntime makes of them.

    pip install onnx==1.17.0 onnxruntime==1.23.2 numpy
    python reference.py > operators.jsonl
"""
import base64, json
import numpy as np, onnx, onnxruntime
from onnx import helper, numpy_helper

rng = np.random.default_rng(7)

def numbers(*shape): return np.round(rng.uniform(-2, 2, shape), 3).astype(np.float32)
def whole(*v): return np.array(v, np.int64)

def case(name, nodes, inputs, constants=None, outputs=('y',), opset=13):
    """nodes: (op, inputs, outputs, attributes); inputs and constants: name → array."""
    made = [helper.make_node(op, i.split(), o.split(), **a) for op, i, o, a in nodes]
    graph = helper.make_graph(made, 'g',
        [helper.make_tensor_value_info(k, onnx.TensorProto.FLOAT if v.dtype == np.float32 else onnx.TensorProto.INT64, v.shape) for k, v in inputs.items()],
        [helper.make_empty_tensor_value_info(o) for o in outputs],
        [numpy_helper.from_array(v, k) for k, v in (constants or {}).items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', opset)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=['CPUExecutionProvider'])
    def put(v): return {'shape': list(v.shape), ('floats' if v.dtype == np.float32 else 'ints'): [round(float(x), 6) if v.dtype == np.float32 else int(x) for x in v.ravel()]}
    print(json.dumps({'name': name, 'model': base64.b64encode(model.SerializeToString()).decode(),
        'inputs': [put(v) for v in inputs.values()], 'outputs': [put(v) for v in session.run(None, inputs)]}, separators=(',', ':')))

def conv(name, x, w, bias=True, op='Conv', **a):
    constants = {'w': numbers(*w)}
    if bias: constants['b'] = numbers(w[0] if op == 'Conv' else w[1] * a.get('group', 1))
    case(name, [(op, 'x w b' if bias else 'x w', 'y', a)], {'x': numbers(*x)}, constants)

conv('convolution, one by one', (1, 5, 7, 9), (8, 5, 1, 1))
conv('convolution, one by one, stride', (1, 5, 7, 9), (8, 5, 1, 1), strides=[2, 2])
conv('convolution, three by three', (2, 3, 9, 21), (7, 3, 3, 3), pads=[1, 1, 1, 1])
conv('convolution, without bias or pads', (1, 3, 9, 11), (4, 3, 3, 3), bias=False)
conv('convolution, stride two', (1, 3, 11, 12), (6, 3, 3, 3), pads=[1, 1, 1, 1], strides=[2, 2])
conv('convolution, uneven pads and strides', (1, 2, 11, 13), (3, 2, 3, 5), pads=[0, 1, 2, 3], strides=[2, 1])
conv('convolution, dilation', (1, 2, 13, 13), (3, 2, 3, 3), pads=[2, 2, 2, 2], dilations=[2, 2])
conv('convolution, groups', (1, 6, 8, 8), (9, 2, 3, 3), pads=[1, 1, 1, 1], group=3)
conv('convolution, same upper', (1, 3, 10, 11), (4, 3, 3, 3), auto_pad='SAME_UPPER', strides=[2, 2])
conv('convolution, same lower', (1, 3, 10, 11), (4, 3, 2, 2), auto_pad='SAME_LOWER')
conv('depthwise, three by three', (1, 4, 9, 37), (4, 1, 3, 3), pads=[1, 1, 1, 1], group=4)
conv('depthwise, five by five, stride two', (2, 3, 13, 70), (3, 1, 5, 5), pads=[2, 2, 2, 2], strides=[2, 2], group=3)
conv('depthwise, uneven strides', (1, 3, 12, 40), (3, 1, 3, 3), pads=[1, 1, 1, 1], strides=[2, 1], group=3)
conv('depthwise, dilation', (1, 3, 12, 40), (3, 1, 3, 3), pads=[2, 2, 2, 2], dilations=[2, 2], group=3)
conv('depthwise, multiplied', (1, 3, 6, 6), (6, 1, 3, 3), group=3)
conv('transposed, two by two', (1, 5, 4, 6), (5, 3, 2, 2), op='ConvTranspose', strides=[2, 2])
conv('transposed, overlapping', (2, 2, 4, 5), (2, 3, 3, 3), op='ConvTranspose', strides=[2, 2], pads=[1, 1, 1, 1], output_padding=[1, 1])
conv('transposed, groups', (1, 4, 4, 5), (4, 2, 3, 3), op='ConvTranspose', group=2)

x = {'x': numbers(1, 4, 5, 6)}
for op, a in [('Relu', {}), ('LeakyRelu', {'alpha': .1}), ('HardSigmoid', {'alpha': .2, 'beta': .5}), ('Sigmoid', {}), ('Tanh', {})]:
    case(op, [(op, 'x', 'y', a)], x)
    case('convolution with ' + op, [('Conv', 'x w', 'c', {}), (op, 'c', 'y', a)], x, {'w': numbers(3, 4, 3, 3)})
case('HardSwish', [('HardSwish', 'x', 'y', {})], x, opset=14)
case('Clip with inputs', [('Clip', 'x low high', 'y', {})], x, {'low': np.float32(-.5), 'high': np.float32(.75)})
case('Clip with attributes', [('Clip', 'x', 'y', {'min': -.5, 'max': .75})], x, opset=9)
case('Clip from below', [('Clip', 'x low', 'y', {})], x, {'low': np.float32(-.5)})
case('swish of five nodes', [('Conv', 'x w', 'c', {}), ('Add', 'c three', 'a', {}), ('Clip', 'a zero six', 'k', {}), ('Mul', 'c k', 'm', {}), ('Div', 'm six', 'y', {})],
    x, {'w': numbers(3, 4, 1, 1), 'three': np.array([3], np.float32), 'zero': np.float32(0), 'six': np.float32(6)})
case('swish of two nodes', [('HardSigmoid', 'x', 's', {'alpha': 1 / 6, 'beta': .5}), ('Mul', 'x s', 'y', {})], x)
case('almost a swish', [('HardSigmoid', 'x', 's', {'alpha': .2, 'beta': .5}), ('Mul', 'x s', 'y', {})], x)
case('normalisation', [('BatchNormalization', 'x s b m v', 'y', {'epsilon': .001})], x, {'s': numbers(4), 'b': numbers(4), 'm': numbers(4), 'v': abs(numbers(4))})
case('convolution, normalisation, activation, scale, shift',
    [('Conv', 'x w', 'c', {}), ('BatchNormalization', 'c s b m v', 'n', {}), ('Relu', 'n', 'r', {}), ('Mul', 'r two', 'p', {}), ('Add', 'p two', 'y', {})],
    x, {'w': numbers(3, 4, 3, 3), 's': numbers(3), 'b': numbers(3), 'm': numbers(3), 'v': abs(numbers(3)), 'two': np.array([2.5], np.float32)})
case('transposed convolution with normalisation', [('ConvTranspose', 'x w', 'c', {'strides': [2, 2], 'group': 2}), ('BatchNormalization', 'c s b m v', 'y', {})],
    x, {'w': numbers(4, 3, 2, 2), 's': numbers(6), 'b': numbers(6), 'm': numbers(6), 'v': abs(numbers(6))})
case('convolution with scales by channel', [('Conv', 'x w', 'c', {}), ('Mul', 's c', 'm', {}), ('Add', 'm b', 'y', {})], x, {'w': numbers(3, 4, 3, 3), 's': numbers(1, 3, 1, 1), 'b': numbers(3, 1, 1)})
case('a value read twice', [('Conv', 'x w', 'c', {}), ('Relu', 'c', 'r', {}), ('Add', 'c r', 'y', {})], x, {'w': numbers(3, 4, 3, 3)})
case('a value that is also an output', [('Conv', 'x w', 'c', {}), ('Relu', 'c', 'y', {})], x, {'w': numbers(3, 4, 3, 3)}, outputs=('c', 'y'))
case('a sum along the last axis', [('Conv', 'x w', 'c', {'pads': [1, 1, 1, 1]}), ('Add', 'c b', 'y', {})], x, {'w': numbers(6, 4, 3, 3), 'b': numbers(6)})

for op in ['Add', 'Sub', 'Mul', 'Div']:
    case(op + ', same shape', [(op, 'x z', 'y', {})], {'x': numbers(2, 3, 4), 'z': numbers(2, 3, 4) + np.float32(3)})
    case(op + ', number', [(op, 'x z', 'y', {})], {'x': numbers(2, 3, 4)}, {'z': np.float32(1.5)})
case('Mul, by channel', [('Mul', 'x z', 'y', {})], {'x': numbers(2, 3, 4, 5), 'z': numbers(2, 3, 1, 1)})
case('Add, both repeated', [('Add', 'x z', 'y', {})], {'x': numbers(2, 1, 4, 1), 'z': numbers(3, 1, 5)})
case('Add, shorter first', [('Add', 'x z', 'y', {})], {'x': numbers(5), 'z': numbers(2, 3, 5)})
case('Pow and Sqrt', [('Pow', 'x two', 'p', {}), ('Sqrt', 'p', 'y', {})], x, {'two': np.float32(2)})
case('Pow, third', [('Pow', 'x three', 'y', {})], {'x': abs(numbers(3, 4))}, {'three': np.float32(3)})
case('arithmetic of shapes', [('Shape', 'x', 's', {}), ('Gather', 's one', 'g', {'axis': 0}), ('Mul', 'g two', 'm', {}), ('Sub', 'm one', 'd', {}), ('Div', 'd two', 'e', {}), ('Unsqueeze', 'e zero', 'u', {}), ('Concat', 'u rest', 'c', {'axis': 0}), ('Reshape', 'x c', 'y', {})],
    {'x': numbers(2, 4, 6)}, {'one': np.int64(1), 'two': np.int64(2), 'zero': whole(0), 'rest': whole(-1)})
case('MatMul', [('MatMul', 'x w', 'y', {})], {'x': numbers(1, 7, 5)}, {'w': numbers(5, 40)})
case('MatMul of both', [('MatMul', 'x z', 'y', {})], {'x': numbers(2, 3, 4, 5), 'z': numbers(2, 3, 5, 19)})
case('MatMul, repeated', [('MatMul', 'x z', 'y', {})], {'x': numbers(2, 1, 4, 5), 'z': numbers(3, 5, 2)})
case('Gemm', [('Gemm', 'x w b', 'y', {'alpha': .5, 'beta': 2., 'transB': 1})], {'x': numbers(3, 4)}, {'w': numbers(6, 4), 'b': numbers(6)})
case('Gemm, turned', [('Gemm', 'x w', 'y', {'transA': 1})], {'x': numbers(4, 3)}, {'w': numbers(4, 6)})
case('MaxPool', [('MaxPool', 'x', 'y', {'kernel_shape': [3, 3], 'strides': [2, 2], 'pads': [1, 1, 1, 1]})], x)
case('AveragePool', [('AveragePool', 'x', 'y', {'kernel_shape': [3, 2], 'strides': [3, 2]})], x)
case('AveragePool with pads', [('AveragePool', 'x', 'y', {'kernel_shape': [3, 3], 'pads': [1, 1, 1, 1]})], x)
case('AveragePool with counted pads', [('AveragePool', 'x', 'y', {'kernel_shape': [3, 3], 'pads': [1, 1, 1, 1], 'count_include_pad': 1})], x)
case('GlobalAveragePool', [('GlobalAveragePool', 'x', 'y', {})], x)
case('ReduceMean', [('ReduceMean', 'x', 'y', {'axes': [-1]})], x)
case('ReduceMean, axes gone', [('ReduceMean', 'x', 'y', {'axes': [2, 3], 'keepdims': 0})], x)
case('Softmax, last', [('Softmax', 'x', 'y', {'axis': -1})], x)
case('Softmax, inner', [('Softmax', 'x', 'y', {'axis': 1})], x)
case('Softmax, older', [('Softmax', 'x', 'y', {'axis': 2})], x, opset=11)
resize = {'mode': 'nearest', 'coordinate_transformation_mode': 'asymmetric', 'nearest_mode': 'floor'}
case('Resize, nearest', [('Resize', 'x r s', 'y', resize)], x, {'r': numbers(0), 's': np.array([1, 1, 2, 2], np.float32)})
case('Resize, nearest by default', [('Resize', 'x r s', 'y', {})], x, {'r': numbers(0), 's': np.array([1, 1, 1.5, 2], np.float32)})
case('Resize, linear, sizes', [('Resize', 'x r s z', 'y', {'mode': 'linear'})], x, {'r': numbers(0), 's': numbers(0), 'z': whole(1, 4, 9, 4)})
case('Resize, linear, corners', [('Resize', 'x r s z', 'y', {'mode': 'linear', 'coordinate_transformation_mode': 'align_corners'})], x, {'r': numbers(0), 's': numbers(0), 'z': whole(1, 4, 9, 11)})
case('Resize, older', [('Resize', 'x s', 'y', {'mode': 'nearest'})], x, {'s': np.array([1, 1, 2, 3], np.float32)}, opset=10)
case('Upsample', [('Upsample', 'x s', 'y', {'mode': 'nearest'})], x, {'s': np.array([1, 1, 2, 2], np.float32)}, opset=9)
case('Concat', [('Concat', 'x z', 'y', {'axis': 1})], {'x': numbers(2, 3, 4), 'z': numbers(2, 2, 4)})
case('Reshape', [('Reshape', 'x s', 'y', {})], x, {'s': whole(0, -1, 3)})
case('Flatten', [('Flatten', 'x', 'y', {'axis': 2})], x)
case('Squeeze', [('Squeeze', 'x a', 'y', {})], {'x': numbers(1, 4, 1, 5)}, {'a': whole(2)})
case('Squeeze, all', [('Squeeze', 'x', 'y', {})], {'x': numbers(1, 4, 1, 5)})
case('Squeeze, older', [('Squeeze', 'x', 'y', {'axes': [0]})], {'x': numbers(1, 4, 1, 5)}, opset=11)
case('Unsqueeze', [('Unsqueeze', 'x a', 'y', {})], {'x': numbers(4, 5)}, {'a': whole(0, -1)})
case('Transpose', [('Transpose', 'x', 'y', {'perm': [2, 0, 3, 1]})], {'x': numbers(2, 3, 4, 5)})
case('Transpose, turned round', [('Transpose', 'x', 'y', {})], {'x': numbers(2, 3, 4)})
case('Slice', [('Slice', 'x s e a t', 'y', {})], {'x': numbers(4, 5, 6)}, {'s': whole(1, -4), 'e': whole(100, -1), 'a': whole(0, -1), 't': whole(1, 2)})
case('Slice, older', [('Slice', 'x', 'y', {'starts': [1], 'ends': [3], 'axes': [1]})], {'x': numbers(4, 5, 6)}, opset=9)
case('Gather', [('Gather', 'x i', 'y', {'axis': 1})], {'x': numbers(3, 4, 5)}, {'i': np.array([[0, -1], [2, 2]], np.int64)})
case('Cast there and back', [('Cast', 'x', 'i', {'to': 7}), ('Cast', 'i', 'y', {'to': 1})], x)
case('Identity and Constant', [('Constant', '', 'c', {'value': numpy_helper.from_array(numbers(4, 1, 1))}), ('Identity', 'c', 'd', {}), ('Mul', 'x d', 'y', {})], x)

case('Erf', [('Erf', 'x', 'y', {})], x)
gelu = [('Div', 'c root', 'd', {}), ('Erf', 'd', 'e', {}), ('Add', 'e one', 'a', {}), ('Mul', 'c a', 'm', {}), ('Mul', 'm half', 'y', {})]
scalars = {'root': np.float32(2 ** .5), 'one': np.float32(1), 'half': np.float32(.5)}
case('gelu of five nodes', [('Identity', 'x', 'c', {})] + gelu, x, scalars)
case('convolution with gelu', [('Conv', 'x w', 'c', {})] + gelu, x, scalars | {'w': numbers(3, 4, 3, 3)})
case('five nodes that are no gelu', [('Identity', 'x', 'c', {})] + gelu, x, scalars | {'root': np.float32(2)})
case('convolution with weights in bytes', [('Cast', 'b', 'f', {'to': 1}), ('Mul', 'f s', 'w', {}), ('Conv', 'x w', 'y', {})], x,
    {'b': rng.integers(-128, 128, (3, 4, 3, 3)).astype(np.int8), 's': np.array([.01, .02, .005], np.float32).reshape(3, 1, 1, 1)})
