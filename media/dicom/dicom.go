// Package dicom walks the files that scanners write, and says what they give away of a patient.
//
// It reads every transfer syntax that is made of elements, takes out a picture where it can, and never writes: a DICOM file cannot be
// made fit for posting by taking fields out, because nobody can say what all of its fields hold. What a file says of itself, like that
// nothing is burned into its picture, is not believed. Start with [Read].
package dicom

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"bedside/media/metadata"
)

// ErrDamaged says that a file holds no element that could be read.
var ErrDamaged = errors.New("no element could be read")

// Limits of what is walked.
const (
	maxElements = 200_000
	maxDepth    = 16
	maxInflated = 64 << 20
)

// tag is the group and the number of an element.
type tag uint32

// file is one file as it is walked.
type file struct {
	c      *metadata.Collector
	image  Image
	left   int
	whole  bool
	times  [2]map[tag]string
	syntax string
	found  int
}

// Read walks a file and notes what it tells. The picture it gives is nil where there is none, or none that can be read; whole is false
// where the file breaks off, or where there is more of it than is walked.
func Read(b []byte, c *metadata.Collector) (picture *Image, whole bool, err error) {
	f := &file{c: c, left: maxElements, whole: true}
	f.times = [2]map[tag]string{{}, {}}
	at, first, ok := start(b)
	if !ok {
		return nil, false, ErrDamaged
	}
	b = f.header(b[at:])
	body := f.body(b, first)
	f.walk(&reader{b: b, order: body.order, explicit: body.explicit}, 0)
	if f.found == 0 {
		return nil, false, ErrDamaged
	}
	f.tell()
	if f.image.data == nil && len(f.image.fragments) == 0 {
		return nil, f.whole, nil
	}
	f.image.syntax = f.syntax
	return &f.image, f.whole, nil
}

// header reads group 2, which is always explicit and little-endian, and unpacks what follows where it says so.
func (f *file) header(b []byte) []byte {
	r := &reader{b: b, order: binary.LittleEndian, explicit: true}
	for len(r.b) >= 8 && r.order.Uint16(r.b) == 2 {
		e, ok := r.next()
		if !ok {
			f.whole = false
			return nil
		}
		f.found++
		if e.tag == 0x00020010 {
			f.syntax = text(e.value)
		}
		f.note(e)
	}
	if f.syntax != "1.2.840.10008.1.2.1.99" {
		return r.b
	}
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(r.b)), maxInflated))
	f.whole = err == nil && len(out) < maxInflated
	return out
}

// body tells how the elements behind the header are written: as the header says, or as the first of them looks.
func (f *file) body(b []byte, first reader) reader {
	switch f.syntax {
	case "1.2.840.10008.1.2":
		return reader{order: binary.LittleEndian}
	case "1.2.840.10008.1.2.2":
		return reader{order: binary.BigEndian, explicit: true}
	case "":
		if len(b) >= 8 && f.found > 0 {
			first.explicit = capital(b[4]) && capital(b[5])
		}
		return first
	}
	return reader{order: binary.LittleEndian, explicit: true}
}

func capital(b byte) bool { return b >= 'A' && b <= 'Z' }

// reader reads elements one after the other.
type reader struct {
	b        []byte
	order    binary.ByteOrder
	explicit bool
}

// element is a field: its value, or a sequence of items that hold further elements, or the pieces of a packed picture.
type element struct {
	tag       tag
	vr        string
	value     []byte
	undefined bool // its end is marked by an element of its own
}

const unknownLength = 0xffffffff

// The elements that sequences are made of.
const (
	tagItem        = 0xfffee000
	tagItemEnd     = 0xfffee00d
	tagSequenceEnd = 0xfffee0dd
)

// next reads an element. Of one that reaches behind the end of the file, what is there is given, with ok false.
func (r *reader) next() (e element, ok bool) {
	if len(r.b) < 8 {
		return e, false
	}
	e.tag = tag(r.order.Uint16(r.b))<<16 | tag(r.order.Uint16(r.b[2:]))
	length, header := uint32(0), 8
	switch e.vr = string(r.b[4:6]); {
	case !r.explicit || e.tag>>16 == 0xfffe || !capital(r.b[4]) || !capital(r.b[5]):
		e.vr, length = "", r.order.Uint32(r.b[4:])
	case strings.Contains("OB OD OF OL OV OW SQ SV UC UN UR UT UV", e.vr):
		if header = 12; len(r.b) < 12 {
			return e, false
		}
		length = r.order.Uint32(r.b[8:])
	default:
		length = uint32(r.order.Uint16(r.b[6:]))
	}
	if r.b = r.b[header:]; length == unknownLength {
		e.undefined = true
		return e, true
	}
	ok = uint64(length) <= uint64(len(r.b))
	n := min(uint64(length), uint64(len(r.b)))
	e.value, r.b = r.b[:n], r.b[n:]
	return e, ok
}

// walk reads the elements of a file or of an item, and those within them.
func (f *file) walk(r *reader, depth int) {
	for len(r.b) > 0 {
		if f.left--; f.left < 0 || depth > maxDepth {
			f.whole = false
			return
		}
		e, ok := r.next()
		switch {
		case !ok:
			f.whole = false
			f.note(e)
			return
		case e.tag == tagItemEnd || e.tag == tagSequenceEnd:
			return
		case e.tag == tagItem:
			f.within(r, e, depth)
		case e.tag == tagPixels && e.undefined:
			f.pieces(r, depth)
		case e.undefined || e.vr == "SQ" || e.vr == "" && e.tag>>16 != 0xfffe && itemAhead(r, e.value):
			f.found++
			f.note(e)
			f.within(r, e, depth)
		default:
			f.found++
			f.value(r, e, depth)
		}
	}
}

// within walks what an element holds: a stretch of known length, or all up to the mark of its end.
func (f *file) within(r *reader, e element, depth int) {
	if !e.undefined {
		f.walk(&reader{e.value, r.order, r.explicit}, depth+1)
		return
	}
	if e.vr == "UN" { // written by somebody who did not know it: always implicit
		inner := &reader{r.b, binary.LittleEndian, false}
		f.walk(inner, depth+1)
		r.b = inner.b
		return
	}
	f.walk(r, depth+1)
}

// itemAhead knows a sequence by its first item, where files do not say what their elements are.
func itemAhead(r *reader, value []byte) bool {
	return len(value) >= 8 && tag(r.order.Uint16(value))<<16|tag(r.order.Uint16(value[2:])) == tagItem
}

// pieces reads a packed picture: a table of where its pieces begin, then the pieces.
func (f *file) pieces(r *reader, depth int) {
	f.found++
	for first := true; ; first = false {
		if f.left--; f.left < 0 {
			f.whole = false
			return
		}
		e, ok := r.next()
		if !ok || e.tag != tagItem {
			f.whole = f.whole && ok
			return
		}
		if !first && depth == 0 {
			f.image.fragments = append(f.image.fragments, e.value)
		}
	}
}

// text is a value without what pads it.
func text(b []byte) string { return strings.Trim(string(b), " \x00") }
