package media

import (
	"bytes"
	"encoding/binary"

	"bedside/media/metadata"
)

// segment is a marker of a JPEG file with what belongs to it; of a scan, with all up to the next marker.
type segment struct {
	marker byte
	data   []byte // behind the length
	whole  []byte // with marker and length, as it stands in the file
}

// Markers of JPEG.
const (
	markerSOI  = 0xd8
	markerEOI  = 0xd9
	markerSOS  = 0xda
	markerCOM  = 0xfe
	markerAPP0 = 0xe0
)

// jpegSegments takes a JPEG file apart, up to the end of the first picture in it; behind is what follows that end. It is false where
// a segment breaks off.
func jpegSegments(b []byte) (segments []segment, behind []byte, ok bool) {
	if !bytes.HasPrefix(b, []byte{0xff, markerSOI}) {
		return nil, nil, false
	}
	for at := 2; ; {
		for at < len(b) && b[at] != 0xff { // what some cameras leave between segments
			at++
		}
		for at+1 < len(b) && b[at+1] == 0xff {
			at++
		}
		if at+1 >= len(b) {
			return segments, nil, false
		}
		marker := b[at+1]
		if marker == markerEOI {
			return segments, b[at+2:], true
		}
		if marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8 {
			at += 2
			continue
		}
		if at+4 > len(b) {
			return segments, nil, false
		}
		end := at + 2 + int(binary.BigEndian.Uint16(b[at+2:]))
		if end > len(b) || end < at+4 {
			return segments, nil, false
		}
		data := b[at+4 : end]
		if marker == markerSOS {
			end = scanEnd(b, end)
		}
		segments = append(segments, segment{marker, data, b[at:end]})
		at = end
	}
}

// scanEnd finds the marker that ends a scan; restarts and stuffed bytes belong to it.
func scanEnd(b []byte, at int) int {
	for at < len(b) {
		next := bytes.IndexByte(b[at:], 0xff)
		if next < 0 || at+next+1 >= len(b) {
			return len(b)
		}
		at += next
		if m := b[at+1]; m != 0 && m != 0xff && (m < 0xd0 || m > 0xd7) {
			return at
		}
		at++
		if b[at] != 0xff {
			at++
		}
	}
	return len(b)
}

// jpegMetadata reads what the segments of a JPEG file tell.
func jpegMetadata(b []byte, c *metadata.Collector) {
	segments, behind, _ := jpegSegments(b)
	var extended []byte
	for _, s := range segments {
		switch {
		case s.marker == 0xe1 && bytes.HasPrefix(s.data, []byte("Exif\x00")):
			c.EXIF(s.data)
		case s.marker == 0xe1 && bytes.HasPrefix(s.data, []byte(xmpHeader)):
			c.XMP(s.data[len(xmpHeader):])
		case s.marker == 0xe1 && bytes.HasPrefix(s.data, []byte(xmpMore)) && len(s.data) > len(xmpMore)+40:
			extended = append(extended, s.data[len(xmpMore)+40:]...)
		case s.marker == 0xe2 && bytes.HasPrefix(s.data, []byte("MPF\x00")):
			c.Field("MPF:MPImage")
			c.Preview()
		case s.marker == 0xe0 && bytes.HasPrefix(s.data, []byte("JFXX\x00")):
			c.Preview()
		case s.marker == 0xed:
			c.Photoshop(s.data)
		case s.marker == markerCOM:
			c.Words("JPEG:Comment", string(s.data))
		case s.marker == 0xeb && bytes.HasPrefix(s.data, []byte("JP")):
			c.Field("JPEG:JUMBF") // where a picture came from and how it was edited
		case s.marker > 0xe0 && s.marker < 0xf0 && !keptSegment(s):
			c.Field("JPEG:APP" + string("0123456789ABCDEF"[s.marker&15]))
		}
	}
	c.XMP(extended)
	if len(bytes.Trim(behind, "\x00")) > 0 {
		c.Field("JPEG:Trailer")
		if bytes.Contains(behind, []byte{0xff, markerSOI, 0xff}) {
			c.Preview()
		}
	}
}

const (
	xmpHeader = "http://ns.adobe.com/xap/1.0/\x00"
	xmpMore   = "http://ns.adobe.com/xmp/extension/\x00"
)

// jpegFrame is what decides how much memory a JPEG file takes.
type jpegFrame struct {
	width, height int
	blocks        int64 // values of all components, with their sampling
	progressive   bool
	scans         int
}

func frameOf(segments []segment) (f jpegFrame) {
	for _, s := range segments {
		switch {
		case s.marker == markerSOS:
			f.scans++
		case s.marker >= 0xc0 && s.marker <= 0xcf && s.marker != 0xc4 && s.marker != 0xc8 && s.marker != 0xcc && len(s.data) >= 6 && f.width == 0:
			f.height, f.width = int(binary.BigEndian.Uint16(s.data[1:])), int(binary.BigEndian.Uint16(s.data[3:]))
			f.progressive = s.marker == 0xc2
			f.blocks = values(s.data[5:], f.width, f.height)
		}
	}
	return f
}

// values counts what the components of a frame hold, given the bytes that describe them.
func values(components []byte, width, height int) int64 {
	n, most, sum := int(components[0]), 1, 0
	for i := 0; i < n && len(components) >= 4+3*i; i++ {
		sampling := int(components[2+3*i]>>4) * int(components[2+3*i]&15)
		most, sum = max(most, sampling), sum+sampling
	}
	return int64(width) * int64(height) * int64(sum) / int64(most)
}

// maxScans is how many scans a progressive picture may have: real ones have ten; each is a walk over the whole picture.
const maxScans = 100

// jpegCost is the memory that decoding takes and leaves: values, and while a progressive picture is decoded four bytes more for each.
func jpegCost(b []byte) (most, after int64, err error) {
	segments, _, _ := jpegSegments(b)
	f := frameOf(segments)
	if f.scans > maxScans {
		return 0, 0, tooLarge("The picture has more layers than are looked at, so it was not opened.")
	}
	if f.progressive {
		return f.blocks * 5, f.blocks, nil
	}
	return f.blocks, f.blocks, nil
}
