package bluesky

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/fxamacker/cbor/v2"

	"bedside"
)

// The form of a CAR file, version 1: https://ipld.io/specs/transport/car/carv1. A header and blocks, each behind its length;
// a block is an identifier (CID) and its content.

const (
	maxHeader = 1 << 16
	maxBlock  = 8 << 20 // the protocol allows a record one megabyte
)

var (
	errNotCAR   = bedside.Errorf(bedside.CodeInvalid, "not a repository")
	errTooLarge = bedside.Errorf(bedside.CodeTooLarge, "an entry is larger than the protocol allows: the rest of the file was not read")
)

// cid is the digest of a block, by which others point at it.
type cid string

// block is one entry of a CAR file. Its content is overwritten by the next.
type block struct {
	cid  cid
	data []byte
}

type car struct {
	r    *bufio.Reader
	root cid
	buf  []byte
	mode cbor.DecMode
}

// newCAR reads the header of a CAR file.
func newCAR(r io.Reader) (*car, error) {
	c := &car{r: bufio.NewReaderSize(r, 1<<16), mode: decoder()}
	b, err := c.section(maxHeader)
	if err != nil {
		return nil, errNotCAR
	}
	var header struct {
		Roots   []pointer `cbor:"roots"`
		Version uint64    `cbor:"version"`
	}
	if c.mode.Unmarshal(b, &header) != nil || header.Version != 1 || len(header.Roots) == 0 {
		return nil, errNotCAR
	}
	c.root = cid(header.Roots[0])
	return c, nil
}

// next reads one block; at the end it returns io.EOF.
func (c *car) next() (block, error) {
	b, err := c.section(maxBlock)
	if err != nil {
		return block{}, err
	}
	id, n, err := readCID(b)
	if err != nil {
		return block{}, err
	}
	return block{cid: id, data: b[n:]}, nil
}

// section reads a length and as many bytes.
func (c *car) section(most uint64) ([]byte, error) {
	n, err := binary.ReadUvarint(c.r)
	switch {
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case err != nil:
		return nil, io.ErrUnexpectedEOF
	case n == 0:
		return nil, errNotCAR
	case n > most:
		return nil, errTooLarge
	}
	if uint64(cap(c.buf)) < n {
		c.buf = make([]byte, n)
	}
	c.buf = c.buf[:n]
	if _, err := io.ReadFull(c.r, c.buf); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	return c.buf, nil
}

// readCID reads an identifier and says how long it is. Version 0 is a bare SHA-256 digest.
func readCID(b []byte) (id cid, length int, err error) {
	if bytes.HasPrefix(b, []byte{0x12, 0x20}) {
		if len(b) < 34 {
			return "", 0, errNotCAR
		}
		return cid(b[:34]), 34, nil
	}
	at := 0
	var parts [4]uint64 // version, codec, hash, length of the digest
	for i := range parts {
		v, n := binary.Uvarint(b[at:])
		if n <= 0 {
			return "", 0, errNotCAR
		}
		parts[i] = v
		at += n
	}
	if parts[0] != 1 || parts[3] > 128 || uint64(len(b)-at) < parts[3] {
		return "", 0, errNotCAR
	}
	end := at + int(parts[3])
	return cid(b[:end]), end, nil
}

// pointer is an identifier inside a block: tag 42 over bytes that begin with a zero.
type pointer cid

const pointerTag = 42

// UnmarshalCBOR reads what tag 42 holds, and leaves empty what is something else.
func (p *pointer) UnmarshalCBOR(b []byte) error {
	var tag cbor.RawTag
	var content []byte
	*p = ""
	if cbor.Unmarshal(b, &tag) == nil && tag.Number == pointerTag && cbor.Unmarshal(tag.Content, &content) == nil && len(content) > 0 && content[0] == 0 {
		if id, n, err := readCID(content[1:]); err == nil && n == len(content)-1 {
			*p = pointer(id)
		}
	}
	return nil
}

// decoder reads CBOR within bounds: a block is small, and no record is nested deeper than a few levels.
func decoder() cbor.DecMode {
	mode, err := cbor.DecOptions{MaxNestedLevels: 32, MaxArrayElements: 1 << 20, MaxMapPairs: 1 << 16, UTF8: cbor.UTF8DecodeInvalid, FieldNameMatching: cbor.FieldNameMatchingCaseSensitive}.DecMode()
	if err != nil {
		panic(err) // the options above are constants
	}
	return mode
}
