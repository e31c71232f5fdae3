package onnx

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"google.golang.org/protobuf/encoding/protowire"
)

// An ONNX file is one protocol buffer. Read here are the fields that running needs; the rest is skipped. The numbers are those
// of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

var errDamaged = errors.New("not an ONNX model, or damaged")

// graph is a network as its file has it.
type graph struct {
	version   int64 // of the set of operators
	nodes     []node
	constants map[string]Tensor
	inputs    []string
	outputs   []string
	notes     map[string]string
}

// node is one operator, its inputs and outputs by name.
type node struct {
	op              string
	inputs, outputs []string
	attributes      map[string]attribute
	conv            *convolution   // set when joined with what follows it
	behind          []*convolution // the further links of a chain
}

// attribute is a setting of a node; one field of it is set.
type attribute struct {
	number float32
	whole  int64
	text   string
	wholes []int64
	tensor *Tensor
}

// field is one field of a message: a number, or bytes.
type field struct {
	number int
	value  uint64
	bytes  []byte
	packed bool // bytes, not a number
}

// fields calls see for each field of a message.
func fields(message []byte, see func(field) error) error {
	for len(message) > 0 {
		number, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return errDamaged
		}
		message = message[n:]
		f := field{number: int(number)}
		switch kind {
		case protowire.VarintType:
			f.value, n = protowire.ConsumeVarint(message)
		case protowire.Fixed32Type:
			var v uint32
			v, n = protowire.ConsumeFixed32(message)
			f.value = uint64(v)
		case protowire.BytesType:
			f.bytes, n = protowire.ConsumeBytes(message)
			f.packed = true
		default:
			n = protowire.ConsumeFieldValue(number, kind, message)
			f.number = 0
		}
		if n < 0 {
			return errDamaged
		}
		message = message[n:]
		if err := see(f); err != nil {
			return err
		}
	}
	return nil
}

// readModel reads a whole file.
func readModel(file []byte) (*graph, error) {
	g := &graph{constants: map[string]Tensor{}, notes: map[string]string{}}
	err := fields(file, func(f field) error {
		switch f.number {
		case 7:
			return g.read(f.bytes)
		case 8:
			return g.readVersion(f.bytes)
		case 14:
			return g.readNote(f.bytes)
		}
		return nil
	})
	if err == nil && (len(g.nodes) == 0 || len(g.outputs) == 0) {
		err = errDamaged
	}
	return g, err
}

func (g *graph) readVersion(message []byte) error {
	own, version := true, int64(0)
	err := fields(message, func(f field) error {
		switch f.number {
		case 1:
			own = len(f.bytes) == 0 || string(f.bytes) == "ai.onnx"
		case 2:
			version = int64(f.value)
		}
		return nil
	})
	if own {
		g.version = version
	}
	return err
}

func (g *graph) readNote(message []byte) error {
	var key, value string
	err := fields(message, func(f field) error {
		switch f.number {
		case 1:
			key = string(f.bytes)
		case 2:
			value = string(f.bytes)
		}
		return nil
	})
	g.notes[key] = value
	return err
}

func (g *graph) read(message []byte) error {
	var inputs []string
	err := fields(message, func(f field) error {
		switch f.number {
		case 1:
			n, err := readNode(f.bytes)
			g.nodes = append(g.nodes, n)
			return err
		case 5:
			name, t, err := readTensor(f.bytes)
			g.constants[name] = t
			return err
		case 11:
			name, err := readName(f.bytes)
			inputs = append(inputs, name)
			return err
		case 12:
			name, err := readName(f.bytes)
			g.outputs = append(g.outputs, name)
			return err
		}
		return nil
	})
	for _, name := range inputs { // older files list what is constant among the inputs
		if _, constant := g.constants[name]; !constant {
			g.inputs = append(g.inputs, name)
		}
	}
	return err
}

func readName(message []byte) (name string, err error) {
	err = fields(message, func(f field) error {
		if f.number == 1 {
			name = string(f.bytes)
		}
		return nil
	})
	return name, err
}

func readNode(message []byte) (node, error) {
	n := node{attributes: map[string]attribute{}}
	err := fields(message, func(f field) error {
		switch f.number {
		case 1:
			n.inputs = append(n.inputs, string(f.bytes))
		case 2:
			n.outputs = append(n.outputs, string(f.bytes))
		case 4:
			n.op = string(f.bytes)
		case 5:
			name, a, err := readAttribute(f.bytes)
			n.attributes[name] = a
			return err
		}
		return nil
	})
	if err == nil && len(n.outputs) == 0 {
		err = errDamaged
	}
	return n, err
}

func readAttribute(message []byte) (name string, a attribute, err error) {
	err = fields(message, func(f field) (err error) {
		switch f.number {
		case 1:
			name = string(f.bytes)
		case 2:
			a.number = math.Float32frombits(uint32(f.value))
		case 3:
			a.whole = int64(f.value)
		case 4:
			a.text = string(f.bytes)
		case 5:
			var t Tensor
			_, t, err = readTensor(f.bytes)
			a.tensor = &t
		case 8:
			a.wholes, err = appendWholes(a.wholes, f)
		}
		return err
	})
	return name, a, err
}

// appendWholes adds whole numbers, which stand one a field or packed in one.
func appendWholes(to []int64, f field) ([]int64, error) {
	if !f.packed {
		return append(to, int64(f.value)), nil
	}
	for b := f.bytes; len(b) > 0; {
		v, n := protowire.ConsumeVarint(b)
		if n < 0 {
			return nil, errDamaged
		}
		to, b = append(to, int64(v)), b[n:]
	}
	return to, nil
}

// The kinds of numbers that are read, as onnx.proto counts them.
const (
	kindFloat = 1
	kindInt8  = 3
	kindInt32 = 6
	kindInt64 = 7
)

// rawTensor is a tensor as its fields have it.
type rawTensor struct {
	name   string
	kind   uint64
	shape  []int64
	floats []float32
	ints   []int64
	raw    []byte
}

func readTensor(message []byte) (string, Tensor, error) {
	var r rawTensor
	err := fields(message, r.see)
	if err != nil {
		return "", Tensor{}, err
	}
	t, err := r.tensor()
	return r.name, t, err
}

func (r *rawTensor) see(f field) (err error) {
	switch f.number {
	case 1:
		r.shape, err = appendWholes(r.shape, f)
	case 2:
		r.kind = f.value
	case 4:
		if f.packed {
			r.floats = append(r.floats, floats(f.bytes)...)
		} else {
			r.floats = append(r.floats, math.Float32frombits(uint32(f.value)))
		}
	case 5, 7:
		r.ints, err = appendWholes(r.ints, f)
	case 8:
		r.name = string(f.bytes)
	case 9:
		r.raw = f.bytes
	case 13:
		err = errors.New("an ONNX model that keeps its numbers in another file")
	}
	return err
}

// tensor makes a tensor of the fields, and checks that shape and numbers agree.
func (r *rawTensor) tensor() (Tensor, error) {
	t := Tensor{Shape: make([]int, len(r.shape))}
	for i, d := range r.shape {
		if d < 0 || d > maxNumbers {
			return t, fmt.Errorf("a tensor with an axis of %d", d)
		}
		t.Shape[i] = int(d)
	}
	switch r.kind {
	case kindFloat:
		t.Floats = append(r.floats, floats(r.raw)...)
		if t.Floats == nil {
			t.Floats = []float32{}
		}
	case kindInt64, kindInt32, kindInt8:
		t.Ints = append(r.ints, ints(r.raw, r.kind)...)
		if t.Ints == nil {
			t.Ints = []int64{}
		}
	default:
		return t, fmt.Errorf("a tensor of numbers of kind %d", r.kind)
	}
	return t, t.check()
}

func floats(raw []byte) []float32 {
	v := make([]float32, len(raw)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return v
}

func ints(raw []byte, kind uint64) []int64 {
	if kind == kindInt8 {
		v := make([]int64, len(raw))
		for i := range v {
			v[i] = int64(int8(raw[i]))
		}
		return v
	}
	if kind == kindInt32 {
		v := make([]int64, len(raw)/4)
		for i := range v {
			v[i] = int64(int32(binary.LittleEndian.Uint32(raw[4*i:])))
		}
		return v
	}
	v := make([]int64, len(raw)/8)
	for i := range v {
		v[i] = int64(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	return v
}
