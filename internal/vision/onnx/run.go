package onnx

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"bedside/internal/vision/matrix"
)

// Run computes the outputs of the network, in the order of its file, from its inputs. It may be called from several goroutines.
func (n *Net) Run(inputs ...Tensor) ([]Tensor, error) {
	if len(inputs) != len(n.inputs) {
		return nil, fmt.Errorf("run a network: %d inputs, not %d", len(n.inputs), len(inputs))
	}
	r, _ := n.runs.Get().(*run)
	if r == nil {
		r = &run{kernels: n.kernels, values: make([]Tensor, n.slots)}
	}
	defer n.done(r)
	r.workers, r.band = runtime.GOMAXPROCS(0), band
	if len(r.spare) < r.workers {
		r.spare = make([][]float32, r.workers)
	}
	for i, t := range inputs {
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("run a network: input %d: %w", i, err)
		}
		r.values[n.inputs[i]] = t
	}
	for i := range n.steps {
		if err := r.step(&n.steps[i], n.constants); err != nil {
			return nil, fmt.Errorf("run a network: step %d, %s: %w", i, n.steps[i].op, err)
		}
	}
	outputs := make([]Tensor, len(n.outputs))
	for i, slot := range n.outputs {
		outputs[i] = r.value(slot, n.constants)
		outputs[i].memory = nil
	}
	return outputs, nil
}

// kept is the most numbers that are kept between runs: 16 MiB of them. From roomy on, numbers that are free and fit nothing are given back
// before more are taken.
const (
	kept  = 4 << 20
	roomy = 10 << 20
)

// done keeps the memory of a run for the next one, but for what its outputs hold, and unless it is very much.
func (n *Net) done(r *run) {
	clear(r.values)
	r.held = 0
	for _, m := range r.free {
		r.held += len(m.numbers)
	}
	if r.held > kept {
		r.forget()
	}
	n.runs.Put(r)
}

// run is one run of a network: its values so far, and the memory it gives out and takes back.
type run struct {
	kernels *matrix.Kernels
	workers int
	band    int // how many numbers lie between two links of a chain at once
	values  []Tensor
	free    []*memory
	held    int         // numbers in all memory given out or free
	spare   [][]float32 // by worker: room to work in
}

// memory is numbers that tensors share; users counts them.
type memory struct {
	numbers []float32
	users   int
}

func (r *run) value(slot int, constants []Tensor) Tensor {
	switch {
	case slot < 0:
		return Tensor{}
	case slot < len(constants):
		return constants[slot]
	}
	return r.values[slot]
}

// step runs one operator and takes back what nobody needs after it.
func (r *run) step(s *step, constants []Tensor) error {
	in := make([]Tensor, len(s.inputs))
	for i, slot := range s.inputs {
		in[i] = r.value(slot, constants)
	}
	out, err := s.kernel(r, in)
	if err != nil {
		return err
	}
	if out.memory != nil {
		out.memory.users++
	}
	r.values[s.output] = out
	for _, slot := range s.last {
		r.release(&r.values[slot])
	}
	return nil
}

func (r *run) release(t *Tensor) {
	if t.memory == nil {
		return
	}
	if t.memory.users--; t.memory.users == 0 {
		r.free = append(r.free, t.memory)
	}
	*t = Tensor{}
}

// tensor gives out a tensor of a shape; its numbers are whatever was there before.
func (r *run) tensor(shape ...int) (Tensor, error) {
	n, err := count(shape)
	if err != nil {
		return Tensor{}, err
	}
	m, err := r.take(n)
	if err != nil {
		return Tensor{}, err
	}
	return Tensor{Shape: shape, Floats: m.numbers[:n], memory: m}, nil
}

// take finds the smallest free memory that is large enough, and not much too large, or makes some.
func (r *run) take(n int) (*memory, error) {
	best := -1
	for i, m := range r.free {
		if len(m.numbers) >= n && len(m.numbers) <= 2*n+1024 && (best < 0 || len(m.numbers) < len(r.free[best].numbers)) {
			best = i
		}
	}
	if best >= 0 {
		m := r.free[best]
		r.free[best] = r.free[len(r.free)-1]
		r.free = r.free[:len(r.free)-1]
		return m, nil
	}
	if r.held+n > roomy {
		r.forget()
	}
	if r.held+n > maxNumbers {
		return nil, fmt.Errorf("more than %d numbers at once", maxNumbers)
	}
	r.held += n
	return &memory{numbers: make([]float32, n)}, nil
}

// forget gives what is free back to the garbage collector.
func (r *run) forget() {
	for _, m := range r.free {
		r.held -= len(m.numbers)
	}
	r.free = nil
}

// room is numbers for a worker to work in; it is not cleared.
func (r *run) room(worker, n int) []float32 {
	if len(r.spare[worker]) < n {
		r.spare[worker] = make([]float32, n)
	}
	return r.spare[worker][:n]
}

// parallel calls work for each of n pieces, from as many goroutines as there are processors. Each piece is computed in the same
// way whoever does it, so results do not depend on how many there are.
func (r *run) parallel(n int, work func(worker, piece int)) {
	workers := min(r.workers, n)
	if workers <= 1 {
		for i := range n {
			work(0, i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(w, i)
			}
		})
	}
	all.Wait()
}
