package dicom_test

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"testing"

	"bedside/media/dicom"
	"bedside/media/metadata"
)

// syntax is how the elements of a file are written.
type syntax struct {
	uid      string
	order    binary.AppendByteOrder
	explicit bool
}

var syntaxes = map[string]syntax{
	"implicit":   {"1.2.840.10008.1.2", binary.LittleEndian, false},
	"explicit":   {"1.2.840.10008.1.2.1", binary.LittleEndian, true},
	"big-endian": {"1.2.840.10008.1.2.2", binary.BigEndian, true},
	"deflated":   {"1.2.840.10008.1.2.1.99", binary.LittleEndian, true},
}

// element writes one element.
func (s syntax) element(tag uint32, vr string, value []byte) []byte {
	if len(value)%2 == 1 {
		value = append(bytes.Clone(value), ' ')
	}
	b := s.order.AppendUint16(s.order.AppendUint16(nil, uint16(tag>>16)), uint16(tag))
	switch {
	case !s.explicit:
		b = s.order.AppendUint32(b, uint32(len(value)))
	case slices.Contains([]string{"OB", "OW", "SQ", "UN"}, vr):
		b = s.order.AppendUint32(append(b, vr[0], vr[1], 0, 0), uint32(len(value)))
	default:
		b = s.order.AppendUint16(append(b, vr...), uint16(len(value)))
	}
	return append(b, value...)
}

func (s syntax) number(tag uint32, n uint16) []byte {
	return s.element(tag, "US", s.order.AppendUint16(nil, n))
}

// patient writes what is known of a patient, and a grey picture of 4 by 2 in which brightness grows to the right.
func (s syntax) patient() []byte {
	operator := s.element(0xfffee000, "", s.element(0x00081070, "PN", []byte("Okafor^Ines")))
	if s.explicit {
		item := s.order.AppendUint32(s.order.AppendUint16(s.order.AppendUint16(nil, 0xfffe), 0xe000), uint32(len(s.element(0x00081070, "PN", []byte("Okafor^Ines")))))
		operator = append(item, s.element(0x00081070, "PN", []byte("Okafor^Ines"))...)
	}
	var pixels []byte
	for range 2 {
		for x := range 4 {
			pixels = s.order.AppendUint16(pixels, uint16(100*x))
		}
	}
	return bytes.Join([][]byte{
		s.element(0x00080005, "CS", []byte("ISO_IR 100")),
		s.element(0x00080020, "DA", []byte("20240312")), s.element(0x00080030, "TM", []byte("211405.00")),
		s.element(0x00080070, "LO", []byte("Acme")), s.element(0x00080080, "LO", []byte("Mercy General")), s.element(0x00081090, "LO", []byte("Acme Scan 3")),
		s.element(0x00081111, "SQ", operator),
		s.element(0x00090010, "LO", []byte("ACME PRIVATE")),
		s.element(0x00100010, "PN", []byte("Okonjo^Ada")), s.element(0x00100020, "LO", []byte("00123456")), s.element(0x00100030, "DA", []byte("19800101")),
		s.element(0x00100040, "CS", nil),
		s.number(0x00280002, 1), s.element(0x00280004, "CS", []byte("MONOCHROME2")), s.number(0x00280010, 2), s.number(0x00280011, 4),
		s.number(0x00280100, 16), s.number(0x00280101, 12), s.number(0x00280103, 0),
		s.element(0x00281050, "DS", []byte("150")), s.element(0x00281051, "DS", []byte("300")),
		s.element(0x7fe00010, "OW", pixels),
	}, nil)
}

// file puts a header before it.
func (s syntax) file(body []byte) []byte {
	little := syntaxes["explicit"]
	if s.uid == "1.2.840.10008.1.2.1.99" {
		var packed bytes.Buffer
		w, _ := flate.NewWriter(&packed, flate.BestSpeed)
		_, _ = w.Write(body)
		_ = w.Close()
		body = packed.Bytes()
	}
	return bytes.Join([][]byte{make([]byte, 128), []byte("DICM"), little.element(0x00020010, "UI", append([]byte(s.uid), 0)), body}, nil)
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, s := range syntaxes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, s.file(s.patient()))
		})
		if name == "deflated" {
			continue
		}
		t.Run(name+", without a header", func(t *testing.T) {
			t.Parallel()
			check(t, s.patient())
		})
	}
	t.Run("behind a stray byte", func(t *testing.T) {
		t.Parallel()
		check(t, append([]byte(" "), syntaxes["explicit"].patient()...))
	})
}

func check(t *testing.T, b []byte) {
	t.Helper()
	if !dicom.Recognised(b) {
		t.Error("not recognised")
	}
	var c metadata.Collector
	picture, whole, err := dicom.Read(b, &c)
	if err != nil || !whole || picture == nil {
		t.Fatalf("whole %v, %v", whole, err)
	}
	m := c.Metadata()
	for _, want := range []string{"PatientName", "PatientID", "PatientBirthDate", "InstitutionName", "StudyDate", "Private", "OperatorsName"} {
		if !slices.Contains(m.Fields, "DICOM:"+want) {
			t.Errorf("%s is not among %v", want, m.Fields)
		}
	}
	if slices.Contains(m.Fields, "DICOM:PatientSex") {
		t.Error("an empty element tells nothing")
	}
	if m.Taken != "2024:03:12 21:14:05" || m.Device != "Acme Scan 3" {
		t.Errorf("taken %q with %q", m.Taken, m.Device)
	}
	p := picture.Decode()
	for x, want := range []uint8{0, 85, 170, 255} {
		if got := p.At(x, 1).(color.Gray).Y; got != want {
			t.Errorf("pixel %d is %d, want %d", x, got, want)
		}
	}
}

// sequence writes a picture in pieces.
func pieces(parts ...[]byte) []byte {
	s := syntaxes["explicit"]
	b := append(s.order.AppendUint16(s.order.AppendUint16(nil, 0x7fe0), 0x0010), "OB\x00\x00\xff\xff\xff\xff"...)
	for _, p := range append([][]byte{nil}, parts...) {
		b = s.order.AppendUint32(append(b, 0xfe, 0xff, 0x00, 0xe0), uint32(len(p)))
		b = append(b, p...)
	}
	return append(b, 0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0)
}

func TestPackedPictures(t *testing.T) {
	t.Parallel()
	s := syntaxes["explicit"]
	describe := func(photometric string, samples, height, width uint16) []byte {
		return bytes.Join([][]byte{
			s.element(0x00080005, "CS", []byte("ISO_IR 100")), s.element(0x00100010, "PN", []byte("Okonjo^Ada")),
			s.number(0x00280002, samples), s.element(0x00280004, "CS", []byte(photometric)), s.number(0x00280006, 1), s.number(0x00280010, height), s.number(0x00280011, width),
			s.number(0x00280100, 8), s.number(0x00280101, 8),
		}, nil)
	}
	grey := image.NewGray(image.Rect(0, 0, 8, 8))
	for i := range grey.Pix {
		grey.Pix[i] = 200
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, grey, nil); err != nil {
		t.Fatal(err)
	}
	runs := make([]byte, 64)
	for i, n := range []uint32{3, 64, 66, 68} {
		binary.LittleEndian.PutUint32(runs[4*i:], n)
	}
	runs = append(runs, 0xfd, 10, 0xfd, 20, 3, 1, 2, 3, 4, 0x80) // four tens, four twenties, and four by themselves
	palette := func(tag uint32, values ...uint16) []byte {
		var b []byte
		for _, v := range values {
			b = binary.LittleEndian.AppendUint16(b, v<<8)
		}
		return s.element(tag, "OW", b)
	}
	for name, c := range map[string]struct {
		uid, body string
		want      color.Color
	}{
		"jpeg in two pieces": {"1.2.840.10008.1.2.4.50", string(describe("MONOCHROME2", 1, 8, 8)) + string(pieces(file.Bytes()[:100], file.Bytes()[100:])), color.Gray{200}},
		"runs":               {"1.2.840.10008.1.2.5", string(describe("RGB", 3, 2, 2)) + string(pieces(runs)), color.RGBA{10, 20, 4, 255}},
		"planes":             {"1.2.840.10008.1.2.1", string(describe("RGB", 3, 2, 2)) + string(s.element(0x7fe00010, "OW", []byte("rrrRgggGbbbB"))), color.RGBA{'R', 'G', 'B', 255}},
		"palette": {"1.2.840.10008.1.2.1", string(describe("PALETTE COLOR", 1, 2, 2)) + string(s.element(0x00281101, "US", []byte{2, 0, 0, 0, 16, 0})) +
			string(palette(0x00281201, 1, 2)) + string(palette(0x00281202, 3, 4)) + string(palette(0x00281203, 5, 6)) + string(s.element(0x7fe00010, "OW", []byte{0, 0, 0, 1})), color.RGBA{2, 4, 6, 255}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			of := syntax{c.uid, binary.LittleEndian, true}
			picture, _, err := dicom.Read(of.file([]byte(c.body)), &metadata.Collector{})
			if err != nil || picture == nil {
				t.Fatalf("%v, %v", picture, err)
			}
			decoded := picture.Decode()
			if decoded == nil {
				t.Fatal("no picture")
			}
			if got := decoded.At(1, 1); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestDamaged(t *testing.T) {
	t.Parallel()
	b := syntaxes["explicit"].file(syntaxes["explicit"].patient())
	var c metadata.Collector
	if _, whole, err := dicom.Read(b[:len(b)-5], &c); whole || err != nil || !slices.Contains(c.Metadata().Fields, "DICOM:PatientName") {
		t.Errorf("of a file that breaks off: whole %v, %v, %v", whole, err, c.Metadata().Fields)
	}
	if _, _, err := dicom.Read([]byte("words"), &c); err == nil {
		t.Error("words are no file of a scanner")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range syntaxes {
		f.Add(s.file(s.patient()))
		f.Add(s.patient())
	}
	f.Add(pieces([]byte("a piece")))
	f.Fuzz(func(t *testing.T, b []byte) {
		var c metadata.Collector
		picture, _, err := dicom.Read(b, &c)
		if err == nil && picture != nil && picture.Cost() < 1<<24 {
			picture.Decode()
		}
	})
}
