package metadata

import (
	"bytes"
	"encoding/binary"
)

// Photoshop reads the resources that Photoshop keeps; IPTC lies in one of them.
func (c *Collector) Photoshop(b []byte) {
	b = bytes.TrimPrefix(b, []byte("Photoshop 3.0\x00"))
	for len(b) >= 12 && (string(b[:4]) == "8BIM" || string(b[:4]) == "MeSa") {
		id, nameBytes := binary.BigEndian.Uint16(b[4:]), (int(b[6])+2)&^1
		if len(b) < 6+nameBytes+4 {
			return
		}
		length, data := int64(binary.BigEndian.Uint32(b[6+nameBytes:])), b[6+nameBytes+4:]
		if length > int64(len(data)) {
			length = int64(len(data))
		}
		c.resource(id, data[:length])
		b = data[min(int64(len(data)), (length+1)&^1):]
	}
}

func (c *Collector) resource(id uint16, data []byte) {
	switch id {
	case 0x0404:
		c.IPTC(data)
	case 0x0409, 0x040c:
		c.Preview()
	case 0x0422:
		c.EXIF(data)
	case 0x0424:
		c.XMP(data)
	case 0x03ed, 0x040a, 0x0425, 0x03f3, 0x0408: // resolution, marks, digest, flags, guides
	default:
		if id >= 0x0bb7 && id <= 0x0bbf { // names of paths
			c.Field("Photoshop:ClippingPathName")
		}
	}
}

// IPTC reads a block of IPTC: datasets, each a record, a number, a length and a value. Text is UTF-8 where record 1 says so, and is
// taken for it where it can be.
func (c *Collector) IPTC(b []byte) {
	var day string
	for len(b) >= 5 && b[0] == 0x1c {
		record, number, length := b[1], b[2], int(binary.BigEndian.Uint16(b[3:]))
		if length >= 0x8000 || 5+length > len(b) { // an extended length holds objects, no words
			return
		}
		value := string(b[5 : 5+length])
		if b = b[5+length:]; record != 2 {
			continue
		}
		switch number {
		case 55:
			day = value
			c.Time("IPTC:DateCreated", spaced(day), Taken-1)
		case 60:
			c.Field("IPTC:TimeCreated")
		case 62:
			c.Time("IPTC:DigitalCreationDate", spaced(value), Created-1)
		default:
			c.dataset(number, value)
		}
	}
}

func (c *Collector) dataset(number byte, value string) {
	for _, d := range []struct {
		number byte
		name   string
		owner  bool
	}{
		{5, "ObjectName", false},
		{25, "Keywords", false},
		{26, "ContentLocationCode", false},
		{27, "ContentLocationName", false},
		{40, "SpecialInstructions", false},
		{80, "By-line", true},
		{85, "By-lineTitle", false},
		{90, "City", false},
		{92, "Sub-location", false},
		{95, "Province-State", false},
		{100, "Country-PrimaryLocationCode", false},
		{101, "Country-PrimaryLocationName", false},
		{105, "Headline", false},
		{110, "Credit", true},
		{115, "Source", true},
		{116, "CopyrightNotice", true},
		{118, "Contact", false},
		{120, "Caption-Abstract", false},
		{122, "Writer-Editor", true},
	} {
		switch {
		case d.number != number:
		case d.owner:
			c.Owner("IPTC:"+d.name, value)
		default:
			c.Words("IPTC:"+d.name, value)
		}
	}
}

// spaced writes 20240312 as EXIF writes a day.
func spaced(day string) string {
	if len(day) != 8 {
		return day
	}
	return day[:4] + ":" + day[4:6] + ":" + day[6:]
}
