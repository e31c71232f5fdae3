package stream

import (
	"errors"
	"io"
)

var errTooLong = errors.New("too long")

// budget reads no more than what is left until somebody fills it up again, so that no single value fills the memory.
type budget struct {
	r    io.Reader
	left int
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
