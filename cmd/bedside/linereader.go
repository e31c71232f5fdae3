package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"bedside"
)

// lineReader reads lines up to the most that a draft may take. Of a longer line it keeps nothing.
type lineReader struct {
	in     *bufio.Reader
	number int   // of the line read last
	err    error // what ended reading, other than the end
}

func newLineReader(in io.Reader) *lineReader {
	return &lineReader{in: bufio.NewReaderSize(in, 64<<10)}
}

// next returns the next line without its end. The line is the caller's own.
func (l *lineReader) next() (line []byte, tooLong bool, err error) {
	for {
		piece, err := l.in.ReadSlice('\n')
		ended := err == nil
		if tooLong = tooLong || len(line)+len(piece) > bedside.MaxJSON; tooLong {
			line = nil
		} else {
			line = append(line, piece...)
		}
		switch {
		case ended, errors.Is(err, io.EOF) && (len(line) > 0 || tooLong):
			l.number++
			return bytes.TrimSuffix(line, []byte("\n")), tooLong, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, false, err
		}
	}
}
