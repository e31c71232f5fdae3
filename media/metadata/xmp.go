package metadata

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
)

// XMP reads a packet of XMP. A packet that breaks off tells what stands before the break.
func (c *Collector) XMP(packet []byte) {
	if len(packet) == 0 {
		return
	}
	if at := bytes.IndexByte(packet, '<'); at > 0 {
		packet = packet[at:]
	}
	d := xml.NewDecoder(bytes.NewReader(packet))
	d.Strict = false
	d.CharsetReader = nil
	x := xmp{c: c}
	for range maxTokens {
		token, err := d.RawToken()
		if err != nil {
			return
		}
		x.read(token)
	}
}

// maxTokens is how many elements and words of a packet are read.
const maxTokens = 100_000

// xmp follows one packet: a property is an element or an attribute with a prefix, and what it says lies within it.
type xmp struct {
	c     *Collector
	path  []string
	depth int
}

func (x *xmp) read(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		if len(x.path) < 100 {
			x.path = append(x.path, name(t.Name))
		} else {
			x.depth++
		}
		for _, a := range t.Attr {
			x.tell(name(a.Name), a.Value)
		}
	case xml.EndElement:
		switch {
		case x.depth > 0:
			x.depth--
		case len(x.path) > 0:
			x.path = x.path[:len(x.path)-1]
		}
	case xml.CharData:
		if p := x.property(); p != "" {
			x.tell(p, string(t))
		}
	}
}

func name(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// property is the nearest element that is not of RDF itself.
func (x *xmp) property() string {
	for _, element := range slices.Backward(x.path) {
		if !strings.HasPrefix(element, "rdf:") {
			return element
		}
	}
	return ""
}

// tell notes what a property says. Prefixes are those that everybody writes; what has no meaning here is known by its prefix alone.
func (x *xmp) tell(property, value string) {
	if strings.TrimSpace(value) == "" {
		return
	}
	prefix, local, ok := strings.Cut(property, ":")
	if !ok || prefix == "xmlns" || prefix == "xml" || prefix == "rdf" || prefix == "x" {
		return
	}
	field := "XMP:" + local
	switch property {
	case "dc:creator", "dc:rights", "photoshop:Credit", "photoshop:AuthorsPosition", "xmpRights:Owner", "aux:OwnerName", "exifEX:CameraOwnerName", "cc:attributionName", "tiff:Artist", "tiff:Copyright":
		x.c.Owner(field, value)
	case "dc:title", "dc:description", "dc:subject", "photoshop:Headline", "photoshop:Instructions", "exif:UserComment", "tiff:ImageDescription", "xmpDM:comment", "pdf:Keywords", "mwg-rs:Name", "MP:PersonDisplayName", "Iptc4xmpExt:PersonInImage",
		"photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:Location", "Iptc4xmpCore:SubjectCode", "lr:hierarchicalSubject", "acdsee:caption", "acdsee:author", "digiKam:TagsList", "pur:creditLine":
		x.c.Words(field, value)
	case "exif:DateTimeOriginal", "photoshop:DateCreated":
		x.c.Time(field, value, Taken)
	case "xmp:CreateDate", "exif:DateTimeDigitized", "xap:CreateDate":
		x.c.Time(field, value, Created)
	case "xmp:ModifyDate", "tiff:DateTime", "xap:ModifyDate":
		x.c.Time(field, value, Modified)
	case "xmp:MetadataDate", "exif:GPSTimeStamp", "xap:MetadataDate":
		x.c.Time(field, value, Stamped)
	case "exif:GPSLatitude", "exif:GPSLongitude":
		x.c.halfPlace(field, property == "exif:GPSLatitude", value)
	case "xmp:CreatorTool", "tiff:Make", "tiff:Model", "aux:SerialNumber", "exifEX:BodySerialNumber", "aux:Lens", "aux:LensSerialNumber":
		x.c.Field(field)
	default:
		if telling(prefix) {
			x.c.Field(field)
		}
	}
}

// telling prefixes are of histories, of people and of places: any property there says something.
func telling(prefix string) bool {
	switch prefix {
	case "xmpMM", "stEvt", "stRef", "mwg-rs", "MP", "MPRI", "MPReg", "Iptc4xmpCore", "Iptc4xmpExt", "GPano", "GCamera", "Container", "apple-fi", "plus", "digiKam", "lr", "acdsee", "photomech":
		return true
	}
	return false
}
