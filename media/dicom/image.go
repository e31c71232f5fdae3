package dicom

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
)

// Image is the picture of a file, its first frame, as its elements describe it.
type Image struct {
	Width, Height int
	Frames        int

	syntax         string
	samples        int    // values of a pixel
	photometric    string // what they mean: MONOCHROME1, MONOCHROME2, RGB, PALETTE COLOR, YBR_FULL …
	planes         bool   // all values of one colour, then all of the next
	allocated      int    // bits that a value takes
	stored         int    // bits of them that count
	signed         bool
	centre, width  int // of the values that are shown
	slope, shift   int // of a value's meaning, in millionths
	palette        [3][]byte
	paletteFirst   int
	paletteEntries int
	order          binary.ByteOrder
	data           []byte
	fragments      [][]byte
}

// tagPixels is the element that holds the picture.
const tagPixels = 0x7fe00010

// keep takes over an element that describes the picture.
func (p *Image) keep(r *reader, e element) {
	number := 0
	if len(e.value) >= 2 {
		number = int(r.order.Uint16(e.value))
	}
	switch e.tag {
	case 0x00280002:
		p.samples = number
	case 0x00280004:
		p.photometric = text(e.value)
	case 0x00280006:
		p.planes = number == 1
	case 0x00280010:
		p.Height = number
	case 0x00280011:
		p.Width = number
	case 0x00280100:
		p.allocated = number
	case 0x00280101:
		p.stored = number
	case 0x00280103:
		p.signed = number == 1
	case 0x00281050:
		p.centre = millionths(e.value)
	case 0x00281051:
		p.width = millionths(e.value)
	case 0x00281052:
		p.shift = millionths(e.value)
	case 0x00281053:
		p.slope = millionths(e.value)
	case 0x00281101:
		p.paletteEntries = number
		if len(e.value) >= 4 {
			p.paletteFirst = int(r.order.Uint16(e.value[2:]))
		}
	case 0x00281201, 0x00281202, 0x00281203:
		p.palette[e.tag-0x00281201] = e.value
	case 0x00280008:
		p.Frames = millionths(e.value) / 1_000_000
	case tagPixels:
		p.data, p.order = e.value, r.order
	}
}

// millionths reads a decimal number, the first of several.
func millionths(b []byte) int {
	first, _, _ := strings.Cut(text(b), "\\")
	first = strings.TrimSpace(first)
	negative := strings.HasPrefix(first, "-")
	whole, fraction, _ := strings.Cut(strings.TrimLeft(first, "+-"), ".")
	n := 0
	for _, d := range []byte(whole + (fraction + "000000")[:6]) {
		if d < '0' || d > '9' || n > 1<<40 {
			return 0
		}
		n = 10*n + int(d-'0')
	}
	if negative {
		return -n
	}
	return n
}

// Decode makes the picture as a viewer shows it; nil where it is packed in a way that is not read here, or incomplete.
func (p *Image) Decode() image.Image {
	if p.Width <= 0 || p.Height <= 0 {
		return nil
	}
	p.samples = max(1, p.samples)
	if len(p.fragments) > 0 {
		switch p.syntax {
		case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51":
			return p.jpeg()
		case "1.2.840.10008.1.2.5":
			p.data, p.order, p.planes = unpackRLE(p.fragments[0], p.Width*p.Height, p.samples*p.bytes()), binary.LittleEndian, true
		}
	}
	if p.allocated != 8 && p.allocated != 16 || len(p.data) < p.Width*p.Height*p.samples*p.bytes() {
		return nil
	}
	switch {
	case p.samples == 3:
		return p.colours()
	case p.photometric == "PALETTE COLOR":
		return p.indexed()
	}
	return p.greys()
}

// Cost is how many bytes Decode takes, at most.
func (p *Image) Cost() int64 {
	pixels := int64(p.Width) * int64(p.Height)
	if len(p.fragments) > 0 {
		return pixels*int64(max(1, p.samples)*p.bytes()+5) + pixels*12
	}
	return pixels * 4
}

func (p *Image) bytes() int { return max(1, p.allocated/8) }

// jpeg decodes the pieces of a frame as the one file that they are.
func (p *Image) jpeg() image.Image {
	config, err := jpeg.DecodeConfig(bytes.NewReader(bytes.Join(p.fragments, nil)))
	if err != nil || config.Width != p.Width || config.Height != p.Height {
		return nil
	}
	decoded, err := jpeg.Decode(bytes.NewReader(bytes.Join(p.fragments, nil)))
	if err != nil {
		return nil
	}
	return decoded
}

// at reads the n-th value.
func (p *Image) at(n int) int {
	if p.allocated == 8 {
		if p.signed {
			return int(int8(p.data[n])) //nolint:gosec // the sign is meant
		}
		return int(p.data[n])
	}
	v := p.order.Uint16(p.data[2*n:])
	if bits := p.stored; bits > 0 && bits < 16 {
		v &= 1<<bits - 1
		if p.signed && v>>(bits-1) == 1 {
			return int(v) - 1<<bits
		}
	}
	if p.signed {
		return int(int16(v)) //nolint:gosec // the sign is meant
	}
	return int(v)
}

// greys spreads the values that are shown over the greys of a screen: those of the window that the file asks for, or all there are.
func (p *Image) greys() image.Image {
	low, high := p.window()
	out := image.NewGray(image.Rect(0, 0, p.Width, p.Height))
	for i := range p.Width * p.Height {
		v := min(max(p.at(i), low), high)
		grey := (v - low) * 255 / max(1, high-low)
		if p.photometric == "MONOCHROME1" {
			grey = 255 - grey
		}
		out.Pix[i] = byte(grey) //nolint:gosec // 0 to 255
	}
	return out
}

// window gives the lowest and the highest value that are shown.
func (p *Image) window() (low, high int) {
	slope := p.slope
	if slope == 0 {
		slope = 1_000_000
	}
	if p.width > 0 && slope > 0 {
		return (p.centre - p.width/2 - p.shift) / slope, (p.centre + p.width/2 - p.shift) / slope
	}
	low, high = p.at(0), p.at(0)
	for i := range p.Width * p.Height {
		low, high = min(low, p.at(i)), max(high, p.at(i))
	}
	return low, high
}

// colours reads three values a pixel.
func (p *Image) colours() image.Image {
	out := image.NewRGBA(image.Rect(0, 0, p.Width, p.Height))
	size, down := p.Width*p.Height, max(0, min(p.allocated, max(p.stored, 8))-8)
	for i := range size {
		var c [3]byte
		for s := range c {
			n := 3*i + s
			if p.planes {
				n = s*size + i
			}
			c[s] = byte(p.at(n) >> down) //nolint:gosec // its upper eight bits
		}
		if strings.HasPrefix(p.photometric, "YBR") {
			c[0], c[1], c[2] = color.YCbCrToRGB(c[0], c[1], c[2])
		}
		copy(out.Pix[4*i:], []byte{c[0], c[1], c[2], 255})
	}
	return out
}

// indexed looks colours up in three tables.
func (p *Image) indexed() image.Image {
	entries := p.paletteEntries
	if entries == 0 {
		entries = 1 << 16
	}
	wide := 2
	for _, table := range p.palette {
		if len(table) < 2*entries {
			wide = 1
		}
	}
	out := image.NewRGBA(image.Rect(0, 0, p.Width, p.Height))
	for i := range p.Width * p.Height {
		index := min(max(0, p.at(i)-p.paletteFirst), entries-1)
		for s, table := range p.palette {
			switch {
			case wide == 2:
				out.Pix[4*i+s] = byte(p.order.Uint16(table[2*index:]) >> 8) //nolint:gosec // its upper eight bits
			case index < len(table):
				out.Pix[4*i+s] = table[index]
			}
		}
		out.Pix[4*i+3] = 255
	}
	return out
}

// unpackRLE unpacks a frame of runs: a header of where each plane of bytes begins, the upper bytes first. It is nil where one is short.
func unpackRLE(b []byte, size, planes int) []byte {
	if len(b) < 64 || planes > 15 || int(binary.LittleEndian.Uint32(b)) != planes {
		return nil
	}
	values := 1
	if planes%2 == 0 {
		values = 2
	}
	out := make([]byte, size*planes)
	for plane := range planes {
		from := int64(binary.LittleEndian.Uint32(b[4+4*plane:]))
		if from > int64(len(b)) {
			return nil
		}
		runs := unpackBits(b[from:], size)
		if len(runs) < size {
			return nil
		}
		colour, upper := plane/values, values-1-plane%values
		for i, v := range runs[:size] {
			out[(colour*size+i)*values+upper] = v
		}
	}
	return out
}

// unpackBits unpacks runs until there are enough bytes.
func unpackBits(b []byte, size int) []byte {
	out := make([]byte, 0, size)
	for len(b) >= 2 && len(out) < size {
		n := int(int8(b[0])) //nolint:gosec // the sign is meant
		switch {
		case n >= 0:
			n = min(n+1, len(b)-1)
			out = append(out, b[1:1+n]...)
			b = b[1+n:]
		case n == -128:
			b = b[1:]
		default:
			out = append(out, bytes.Repeat(b[1:2], 1-n)...)
			b = b[2:]
		}
	}
	return out
}
