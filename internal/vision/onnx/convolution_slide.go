package onnx

import "bedside/internal/vision/matrix"

// slide computes a convolution of each channel by itself: the sum of as many shifted and weighted pictures as the kernel has
// places. A stride is undone first: the picture is dealt out to one plane a phase, in which neighbours lie side by side.
func (c *convolution) slide() computing {
	return func(r *run, p placed, t Tensor) (Tensor, error) {
		d := p.deal()
		if _, err := count([]int{d.source() + d.sums}); err != nil {
			return Tensor{}, err
		}
		result, err := r.tensor(t.Shape[0], c.out, p.rows, p.columns)
		if err != nil {
			return result, err
		}
		source, places := p.height*p.width, p.rows*p.columns
		r.parallel(t.Shape[0]*c.out, func(worker, i int) {
			room := r.room(worker, d.source()+d.sums)
			d.deal(room, t.Floats[i*source:(i+1)*source])
			d.sum(r, result.Floats[i*places:(i+1)*places], room[d.source():], room[:d.source()], i%c.out)
		})
		return result, nil
	}
}

// dealt is a picture dealt out to planes by phase.
type dealt struct {
	placed
	lines, pitch int   // of one plane
	sums         int   // how many sums a channel takes, with those between the rows that nobody reads
	offsets      []int // where each place of the kernel finds its numbers
}

func (p placed) deal() dealt {
	d := dealt{placed: p}
	d.lines = p.rows + (p.size[0]-1)*p.dilation[0]/p.stride[0]
	d.pitch = p.columns + (p.size[1]-1)*p.dilation[1]/p.stride[1]
	d.sums = matrix.Padded(p.rows * d.pitch)
	for ky := range p.size[0] {
		for kx := range p.size[1] {
			y, x := ky*p.dilation[0], kx*p.dilation[1]
			plane := y%p.stride[0]*p.stride[1] + x%p.stride[1]
			d.offsets = append(d.offsets, (plane*d.lines+y/p.stride[0])*d.pitch+x/p.stride[1])
		}
	}
	return d
}

// source is how many numbers the planes take, with what the sums at the end read beyond them.
func (d *dealt) source() int {
	planes := d.stride[0] * d.stride[1]
	return planes*d.lines*d.pitch + d.size[1]*d.dilation[1] + matrix.Padded(1)
}

// deal fills the planes from a channel of the picture.
func (d *dealt) deal(planes, picture []float32) {
	for py := range d.stride[0] {
		for px := range d.stride[1] {
			for line := range d.lines {
				y := line*d.stride[0] + py - d.top
				if y < 0 || y >= d.height {
					clear(planes[:d.pitch])
				} else {
					d.packRun(planes[:d.pitch], picture[y*d.width:][:d.width], px-d.left)
				}
				planes = planes[d.pitch:]
			}
		}
	}
	clear(planes)
}

// sum computes a channel from its planes: as long stretches as fit the nearest memory, then row by row into the result.
func (d *dealt) sum(r *run, result, sums, planes []float32, channel int) {
	const stretch = 4 << 10
	weights := d.weights[channel*len(d.offsets):][:len(d.offsets)]
	for at := 0; at < d.sums; at += stretch {
		r.kernels.Slide(sums[at:min(d.sums, at+stretch)], planes[at:], d.offsets, weights, d.bias[channel])
	}
	for row := range d.rows {
		copy(result[row*d.columns:][:d.columns], sums[row*d.pitch:])
	}
	d.after.apply(r.kernels, result)
}
