package metadata

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"bedside"
)

// EXIF reads a block of EXIF: a TIFF file, behind "Exif\0\0" or by itself.
func (c *Collector) EXIF(block []byte) {
	block = bytes.TrimPrefix(block, []byte("Exif\x00\x00"))
	if t, ok := newTIFF(block); ok {
		t.walk(c)
	}
}

// tiff is a TIFF file: directories of fields, each field a tag, a type, a count and a value.
type tiff struct {
	b     []byte
	order binary.ByteOrder
	seen  map[uint32]bool // directories, so that none is walked twice
	place coordinates
}

// maxDirectories is how many directories of one block are walked.
const maxDirectories = 64

func newTIFF(b []byte) (*tiff, bool) {
	if len(b) < 8 {
		return nil, false
	}
	t := &tiff{b: b, seen: map[uint32]bool{}}
	switch string(b[:2]) {
	case "II":
		t.order = binary.LittleEndian
	case "MM":
		t.order = binary.BigEndian
	default:
		return nil, false
	}
	return t, true
}

// walk goes along the chain of directories: the first is the picture's own, the others are of smaller pictures.
func (t *tiff) walk(c *Collector) {
	at := t.order.Uint32(t.b[4:])
	for first := true; at != 0; first = false {
		d, next, ok := t.directory(at)
		if !ok {
			break
		}
		if !first && d.has(tagThumbnail) {
			c.Preview()
		}
		if first || !d.has(tagThumbnail) {
			t.picture(c, d, first)
		}
		at = next
	}
	t.place.tell(c)
}

// picture reads the directory of a picture and those that hang from it.
func (t *tiff) picture(c *Collector, d directory, first bool) {
	if v, ok := d.number(tagOrientation); ok && first && v >= 1 && v <= 8 {
		c.orientation = int(v)
	}
	d.tell(c, pictureTags())
	c.Maker(d.text(tagMake))
	c.Model(d.text(tagModel))
	c.XMP(d.bytes(tagXMP))
	c.IPTC(d.bytes(tagIPTC))
	c.Photoshop(d.bytes(tagPhotoshop))
	if found, ok := t.below(d, tagEXIF); ok {
		found.tell(c, exifTags())
	}
	if found, ok := t.below(d, tagGPS); ok {
		t.gps(c, found)
	}
}

// below reads the directory that a field points at.
func (t *tiff) below(d directory, tag uint16) (directory, bool) {
	at, ok := d.number(tag)
	if !ok {
		return directory{}, false
	}
	found, _, ok := t.directory(at)
	return found, ok
}

// field is one entry of a directory; its value lies within the block.
type field struct {
	tag, kind uint16
	count     int
	value     []byte
}

type directory struct {
	t      *tiff
	fields []field
}

// directory reads the directory at an offset. Fields whose values lie outside the block are left out.
func (t *tiff) directory(at uint32) (d directory, next uint32, ok bool) {
	if t.seen[at] || len(t.seen) >= maxDirectories || int64(at)+2 > int64(len(t.b)) {
		return d, 0, false
	}
	t.seen[at] = true
	d.t = t
	n, b := int(t.order.Uint16(t.b[at:])), t.b[at+2:]
	for ; n > 0 && len(b) >= 12; n, b = n-1, b[12:] {
		if f, ok := t.field(b[:12]); ok {
			d.fields = append(d.fields, f)
		}
	}
	if n == 0 && len(b) >= 4 {
		next = t.order.Uint32(b)
	}
	return d, next, true
}

func (t *tiff) field(b []byte) (field, bool) {
	f := field{tag: t.order.Uint16(b), kind: t.order.Uint16(b[2:])}
	count := int64(t.order.Uint32(b[4:]))
	if int(f.kind) >= len(sizes) {
		return f, false
	}
	length := count * int64(sizes[f.kind])
	if length == 0 || length > int64(len(t.b)) {
		return f, false
	}
	f.count, f.value = int(count), b[8:12]
	if length > 4 {
		at := int64(t.order.Uint32(b[8:]))
		if at+length > int64(len(t.b)) {
			return f, false
		}
		f.value = t.b[at:]
	}
	f.value = f.value[:length]
	return f, true
}

// sizes of one value by the types of TIFF: byte, ASCII, short, long, rational, signed byte, undefined, signed short, signed long,
// signed rational, float, double, directory.
const sizes = "\x00\x01\x01\x02\x04\x08\x01\x01\x02\x04\x08\x04\x08\x04"

func (d directory) find(tag uint16) (field, bool) {
	for _, f := range d.fields {
		if f.tag == tag {
			return f, true
		}
	}
	return field{}, false
}

func (d directory) has(tag uint16) bool {
	_, ok := d.find(tag)
	return ok
}

func (d directory) bytes(tag uint16) []byte {
	f, _ := d.find(tag)
	return f.value
}

// number reads the first value of a field of whole numbers.
func (d directory) number(tag uint16) (uint32, bool) {
	f, ok := d.find(tag)
	switch {
	case !ok:
		return 0, false
	case f.kind == 3 || f.kind == 8:
		return uint32(d.t.order.Uint16(f.value)), true
	case f.kind == 4 || f.kind == 9 || f.kind == 13:
		return d.t.order.Uint32(f.value), true
	case f.kind == 1:
		return uint32(f.value[0]), true
	}
	return 0, false
}

// text reads a field of characters, up to its end.
func (d directory) text(tag uint16) string {
	f, _ := d.find(tag)
	if f.kind == 0 {
		return ""
	}
	text, _, _ := bytes.Cut(f.value, []byte{0})
	return string(text)
}

// wide reads the fields that Windows writes: bytes that are UTF-16.
func wide(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, min(len(b), maxValue)/2)
	for ; len(b) >= 2 && len(units) < maxValue/2; b = b[2:] {
		units = append(units, order.Uint16(b))
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}

// comment reads a field that begins with the name of its characters in eight bytes.
func (d directory) comment(tag uint16) string {
	b := d.bytes(tag)
	if len(b) < 8 {
		return ""
	}
	if strings.HasPrefix(string(b), "UNICODE") {
		return wide(b[8:], d.t.order)
	}
	return strings.Trim(string(b[8:]), "\x00 ")
}

// rationals reads fractions as billionths, rounded; ok is false where one has no value.
func (d directory) rationals(tag uint16, want int) (out []int64, ok bool) {
	f, _ := d.find(tag)
	if f.kind != 5 && f.kind != 10 || f.count < want {
		return nil, false
	}
	for i := range want {
		n, by := int64(d.t.order.Uint32(f.value[i*8:])), int64(d.t.order.Uint32(f.value[i*8+4:]))
		if by == 0 {
			if n != 0 {
				return nil, false
			}
			by = 1
		}
		out = append(out, n/by*1_000_000_000+(n%by*1_000_000_000+by/2)/by)
	}
	return out, true
}

// coordinates are gathered over all directories: a latitude alone is no place.
type coordinates struct {
	latitude, longitude       int64
	hasLatitude, hasLongitude bool
}

func (t *tiff) gps(c *Collector, d directory) {
	d.tell(c, gpsTags())
	if v, ok := degrees(d, tagLatitude); ok && !t.place.hasLatitude {
		t.place.latitude, t.place.hasLatitude = signed(v, d.text(tagLatitudeRef), "S"), true
	}
	if v, ok := degrees(d, tagLongitude); ok && !t.place.hasLongitude {
		t.place.longitude, t.place.hasLongitude = signed(v, d.text(tagLongitudeRef), "W"), true
	}
	if stamp := gpsTime(d); stamp != "" {
		c.Time("EXIF:GPSDateStamp", stamp, Stamped)
	}
}

// degrees joins degrees, minutes and seconds to millionths of a degree.
func degrees(d directory, tag uint16) (int64, bool) {
	f, _ := d.find(tag)
	parts, ok := d.rationals(tag, min(3, f.count))
	if !ok || len(parts) == 0 {
		return 0, false
	}
	sum := parts[0]
	for i, by := range []int64{60, 3600} {
		if i+1 < len(parts) {
			sum += (parts[i+1] + by/2) / by
		}
	}
	return (sum + 500) / 1000, true
}

func signed(v int64, ref, negative string) int64 {
	if strings.HasPrefix(strings.ToUpper(ref), negative) {
		return -v
	}
	return v
}

// gpsTime is the day and the time of satellites.
func gpsTime(d directory) string {
	day := strings.TrimSpace(d.text(tagDateStamp))
	parts, ok := d.rationals(tagTimeStamp, 3)
	if !ok || day == "" {
		return day
	}
	var clock []byte
	for i, p := range parts {
		if i > 0 {
			clock = append(clock, ':')
		}
		n := p / 1_000_000_000
		clock = append(clock, byte('0'+n/10%10), byte('0'+n%10))
	}
	return day + " " + string(clock) + "Z"
}

func (p coordinates) tell(c *Collector) {
	if p.hasLatitude && p.hasLongitude {
		c.Place("EXIF:GPSLatitude", bedside.Point{Latitude: int(p.latitude), Longitude: int(p.longitude)})
	}
}
