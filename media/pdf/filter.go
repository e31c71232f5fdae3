package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// unpack gives the bytes of a stream without what packs them, as far as the limits go.
func (f *file) unpack(s stream) []byte {
	b, _ := f.unpackTo(s)
	return b
}

// unpackTo unpacks up to a filter that makes a picture, and names it.
func (f *file) unpackTo(s stream) (b []byte, picture name) {
	b = f.unlocked(s)
	filters, parameters := f.list(s.dict, "Filter", "F"), f.list(s.dict, "DecodeParms", "DP")
	for i, filter := range filters {
		var with dict
		if i < len(parameters) {
			with = f.dict(parameters[i])
		}
		switch n := f.name(filter); n {
		case "DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode":
			return b, n
		default:
			b = f.filter(n, b, with)
		}
	}
	return b, ""
}

// list reads an entry that is one thing or several.
func (f *file) list(d dict, keys ...name) array {
	for _, key := range keys {
		switch o := f.resolve(d[key]).(type) {
		case nil:
		case array:
			return o
		default:
			return array{o}
		}
	}
	return nil
}

func (f *file) filter(n name, b []byte, with dict) []byte {
	switch n {
	case "FlateDecode", "Fl":
		z, err := zlib.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil
		}
		return f.predicted(f.limited(z), with)
	case "LZWDecode", "LZW":
		return f.predicted(f.limited(lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8)), with)
	case "ASCIIHexDecode", "AHx":
		p := newParser(append([]byte("<"), b...))
		return []byte(p.hexadecimal())
	case "ASCII85Decode", "A85":
		if end := bytes.Index(b, []byte("~>")); end >= 0 {
			b = b[:end]
		}
		return f.limited(ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~")))))
	case "RunLengthDecode", "RL":
		return f.limited(&runs{b: b})
	case "Crypt":
		return b
	}
	f.whole = false
	return nil
}

// limited reads what there is, up to the limits of a stream and of the file.
func (f *file) limited(r io.Reader) []byte {
	most := min(maxStream, f.left)
	b, _ := io.ReadAll(io.LimitReader(r, most)) // a stream that breaks off says what stands before
	if int64(len(b)) >= most {
		f.whole = false
	}
	f.left -= int64(len(b))
	return b
}

// runs unpacks runs of bytes.
type runs struct {
	b   []byte
	out []byte
}

func (r *runs) Read(p []byte) (int, error) {
	for len(r.out) == 0 {
		if len(r.b) < 2 || r.b[0] == 128 {
			return 0, io.EOF
		}
		if n := int(r.b[0]); n < 128 {
			n = min(n+1, len(r.b)-1)
			r.out, r.b = r.b[1:1+n], r.b[1+n:]
		} else {
			r.out, r.b = bytes.Repeat(r.b[1:2], 257-n), r.b[2:]
		}
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// predicted undoes what was taken from each row before packing.
func (f *file) predicted(b []byte, with dict) []byte {
	predictor := int(f.number(with["Predictor"]))
	if predictor < 2 {
		return b
	}
	colours, bits, columns := or(f.number(with["Colors"]), 1), or(f.number(with["BitsPerComponent"]), 8), or(f.number(with["Columns"]), 1)
	if colours > 32 || bits > 16 || columns > 1<<20 {
		return nil
	}
	pixel := max(1, colours*bits/8)
	row := (colours*bits*columns + 7) / 8
	if predictor == 2 {
		for at := 0; at+row <= len(b) && bits == 8; at += row {
			for i := pixel; i < row; i++ {
				b[at+i] += b[at+i-pixel]
			}
		}
		return b
	}
	out := make([]byte, 0, len(b))
	before := make([]byte, row)
	for len(b) > 1 {
		line := make([]byte, row)
		copy(line, b[1:min(len(b), row+1)])
		unfilter(b[0], line, before, pixel)
		out, before = append(out, line...), line
		b = b[min(len(b), row+1):]
	}
	return out
}

func or(f float64, otherwise int) int {
	if f < 1 || f > 1<<30 {
		return otherwise
	}
	return int(f)
}

// unfilter is what PNG does to a row.
func unfilter(kind byte, line, above []byte, pixel int) {
	for i := range line {
		var left, corner int
		if i >= pixel {
			left, corner = int(line[i-pixel]), int(above[i-pixel])
		}
		up := int(above[i])
		switch kind {
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(left, up, corner int) int {
	p := left + up - corner
	byLeft, byUp, byCorner := max(p-left, left-p), max(p-up, up-p), max(p-corner, corner-p)
	switch {
	case byLeft <= byUp && byLeft <= byCorner:
		return left
	case byUp <= byCorner:
		return up
	}
	return corner
}
