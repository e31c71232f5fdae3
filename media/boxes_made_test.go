package media_test

import (
	"bytes"
	"encoding/binary"
)

// boxOf makes a box of the ISO base media format.
func boxOf(kind string, parts ...[]byte) []byte {
	data := bytes.Join(parts, nil)
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(len(data)+8)), kind...), data...)
}

func u32(n ...uint32) []byte {
	var b []byte
	for _, v := range n {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

func u16(n ...uint16) []byte {
	var b []byte
	for _, v := range n {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// seconds from 1904 to 21 November 2023, 10:00:00.
const filmed = 3_783_405_600

// film makes a video that tells all: of one track that lies on its side, one of places along the way, and lists of all kinds.
func film() []byte {
	ftyp := boxOf("ftyp", []byte("qt  \x00\x00\x00\x00qt  "))
	mdat := boxOf("mdat", []byte("PICTURES"), []byte("places along the way"))
	at := uint32(len(ftyp) + 8)
	rotated := u32(0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000)
	header := func(times int) []byte {
		return bytes.Join([][]byte{u32(0, filmed, filmed+60), make([]byte, times)}, nil)
	}
	track := func(handler string, offset, size uint32) []byte {
		return boxOf("trak",
			boxOf("tkhd", header(28), rotated, u32(1920<<16, 1080<<16)),
			boxOf("udta", boxOf("name", []byte("Camera of Ines"))),
			boxOf("mdia", boxOf("mdhd", header(12)), boxOf("hdlr", u32(0, 0), []byte(handler), make([]byte, 12), []byte("Phone of Ines\x00")),
				boxOf("minf", boxOf("stbl", boxOf("stsd", u32(0, 0)), boxOf("stsz", u32(0, size, 1)), boxOf("stsc", u32(0, 1, 1, 1, 1)), boxOf("stco", u32(0, 1, offset))))))
	}
	keys := []string{"com.apple.quicktime.location.ISO6709", "com.apple.quicktime.creationdate", "com.apple.quicktime.make", "com.apple.quicktime.model"}
	values := []string{"+39.2965-076.5917+012.000/", "2023-11-21T11:00:00+0100", "Acme", "Acme Nine"}
	var names, entries []byte
	for i, k := range keys {
		names = append(names, boxOf("mdta", []byte(k))...)
		entries = append(entries, boxOf(string(u32(uint32(i+1))), boxOf("data", u32(1, 0), []byte(values[i])))...)
	}
	moov := boxOf("moov", boxOf("mvhd", header(88)), track("vide", at, 8), track("meta", at+8, 20),
		boxOf("udta", boxOf("\xa9xyz", u16(18, 0x15c7), []byte("+39.2965-076.5917/")), boxOf("\xa9cmt", u16(9, 0), []byte("Bed 4, A."))),
		boxOf("meta", boxOf("hdlr", u32(0, 0), []byte("mdta"), make([]byte, 13)), boxOf("keys", u32(0, uint32(len(keys))), names), boxOf("ilst", entries)))
	xmp := boxOf("uuid", []byte("\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac"), []byte(packet))
	return bytes.Join([][]byte{ftyp, mdat, moov, xmp, boxOf("free", []byte("left from before"))}, nil)
}

const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><rdf:Description xmp:CreateDate="2023-11-21T10:00:00" xmlns:xmp="x">` +
	`<dc:creator xmlns:dc="d"><rdf:Seq><rdf:li>Ines Okafor</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

// gallery makes a picture of boxes that lies on its side, with blocks of EXIF and XMP.
func gallery() []byte {
	exif := append(u32(6), append([]byte("Exif\x00\x00"), telling(1)...)...)
	ftyp := boxOf("ftyp", []byte("heic\x00\x00\x00\x00mif1heic"))
	entry := func(id uint16, kind, content string) []byte {
		return boxOf("infe", u32(2<<24), u16(id, 0), []byte(kind+"\x00"+content))
	}
	meta := func(at uint32) []byte {
		return boxOf("meta", u32(0), boxOf("hdlr", u32(0, 0), []byte("pict"), make([]byte, 13)), boxOf("pitm", u32(0), u16(1)),
			boxOf("iinf", u32(0), u16(3), entry(1, "hvc1", ""), entry(2, "Exif", ""), entry(3, "mime", "application/rdf+xml\x00")),
			boxOf("iloc", u32(0), []byte{0x44, 0}, u16(3),
				u16(1, 0, 1), u32(at, 8), u16(2, 0, 1), u32(at+8, uint32(len(exif))), u16(3, 0, 1), u32(at+8+uint32(len(exif)), uint32(len(packet)))),
			boxOf("iprp", boxOf("ipco", boxOf("ispe", u32(0, 4032, 3024)), boxOf("irot", []byte{1})), boxOf("ipma", u32(0, 1), u16(1), []byte{2, 1, 0x82})))
	}
	at := uint32(len(ftyp) + len(meta(0)) + 8)
	return bytes.Join([][]byte{ftyp, meta(at), boxOf("mdat", []byte("PICTURES"), exif, []byte(packet))}, nil)
}
