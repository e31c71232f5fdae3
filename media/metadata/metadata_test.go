package metadata_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/media/metadata"
)

func TestXMP(t *testing.T) {
	t.Parallel()
	packet := func(inner string) string {
		return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r">` + inner + `</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
	}
	for name, c := range map[string]struct {
		packet string
		want   bedside.Metadata
	}{
		"attributes": {
			packet(`<rdf:Description exif:GPSLatitude="39,17.7917N" exif:GPSLongitude="76,35,30W" photoshop:DateCreated="2024-03-12T21:14:05" tiff:Model="Acme Nine"/>`),
			bedside.Metadata{
				Place: &bedside.Point{Latitude: 39_296_528, Longitude: -76_591_667}, Taken: "2024-03-12T21:14:05",
				Fields: []string{"XMP:DateCreated", "XMP:GPSLatitude", "XMP:GPSLongitude", "XMP:Model"},
			},
		},
		"elements": {
			packet(`<rdf:Description><dc:creator><rdf:Seq><rdf:li>Ines Okafor</rdf:li></rdf:Seq></dc:creator><dc:subject><rdf:Bag><rdf:li>ward</rdf:li><rdf:li>bed 4</rdf:li></rdf:Bag></dc:subject></rdf:Description>`),
			bedside.Metadata{Owner: "Ines Okafor", Words: []string{"ward", "bed 4"}, Fields: []string{"XMP:creator", "XMP:subject"}},
		},
		"people in a picture": {
			packet(`<rdf:Description><mwg-rs:Regions><mwg-rs:RegionList><rdf:Bag><rdf:li mwg-rs:Name="Ada Okonjo" mwg-rs:Type="Face"/></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description>`),
			bedside.Metadata{Words: []string{"Ada Okonjo"}, Fields: []string{"XMP:Name", "XMP:Type"}},
		},
		"a history": {
			packet(`<rdf:Description><xmpMM:History><rdf:Seq><rdf:li stEvt:softwareAgent="Acme"/></rdf:Seq></xmpMM:History></rdf:Description>`),
			bedside.Metadata{Fields: []string{"XMP:softwareAgent"}},
		},
		"a packet that breaks off": {`<x:xmpmeta><rdf:Description xmp:CreateDate="2024-03-12"><dc:title>Bed`, bedside.Metadata{Taken: "2024-03-12", Words: []string{"Bed"}, Fields: []string{"XMP:CreateDate", "XMP:title"}}},
		"nothing":                  {packet(`<rdf:Description tiff:Orientation="1"/>`), bedside.Metadata{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got metadata.Collector
			got.XMP([]byte(c.packet))
			if diff := cmp.Diff(c.want, got.Metadata()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestIPTC(t *testing.T) {
	t.Parallel()
	var got metadata.Collector
	got.IPTC([]byte("\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x50\x00\x0bInes Okafor\x1c\x02\x78\x00\x05Bed 4\x1c\x02\x37\x00\x0820240312\x1c\x02\x5a\x00\x06Lu\xe8ges"))
	want := bedside.Metadata{
		Taken: "2024:03:12", Owner: "Ines Okafor", Words: []string{"Bed 4", "Luèges"},
		Fields: []string{"IPTC:By-line", "IPTC:Caption-Abstract", "IPTC:City", "IPTC:DateCreated"},
	}
	if diff := cmp.Diff(want, got.Metadata()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestISO6709(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]*bedside.Point{
		"+39.2965-076.5917+012.000/": {Latitude: 39_296_500, Longitude: -76_591_700},
		"+39.2965-076.5917/":         {Latitude: 39_296_500, Longitude: -76_591_700},
		"+3917.79-07635.50/":         {Latitude: 39_296_500, Longitude: -76_591_667},
		"+391747.5-0763530.0/":       {Latitude: 39_296_528, Longitude: -76_591_667},
		"-33.8688+151.2093":          {Latitude: -33_868_800, Longitude: 151_209_300},
		"+99.0000+000.0000/":         nil,
		"somewhere":                  nil,
		"":                           nil,
	} {
		var c metadata.Collector
		c.ISO6709("QuickTime:xyz", text)
		if diff := cmp.Diff(want, c.Metadata().Place); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestFirstIsBelieved(t *testing.T) {
	t.Parallel()
	var c metadata.Collector
	c.Time("a", "0000:00:00 00:00:00", metadata.Taken)
	c.Time("b", "2024:01:01", metadata.Modified)
	c.Time("c", "2023:01:01", metadata.Taken)
	c.Time("d", "2022:01:01", metadata.Taken)
	c.Owner("e", "  Ines\x00 Okafor ")
	c.Owner("f", "Ben")
	c.Maker("ACME")
	c.Model("Acme Nine")
	c.Words("g", strings.Repeat("long ", 10_000))
	m := c.Metadata()
	if m.Taken != "2023:01:01" || m.Owner != "Ines Okafor" || m.Device != "Acme Nine" || len(m.Words[0]) > 8<<10 {
		t.Errorf("got %q, %q, %q, %d bytes of words", m.Taken, m.Owner, m.Device, len(m.Words[0]))
	}
	if diff := cmp.Diff([]string{"b", "c", "d", "e", "f", "g"}, m.Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

// FuzzBlocks reads anything as any block: nothing panics, places are on the earth, and orientations are among the eight.
func FuzzBlocks(f *testing.F) {
	f.Add([]byte("MM\x00*\x00\x00\x00\x08\x00\x03\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x32\x87\x69\x00\x04\x00\x00\x00\x01\x00\x00\x00\x32\x00\x00\x00\x08\x00\x02\x00\x02\x00\x05\x00\x00\x00\x03\x00\x00\x00\x08\x00\x04\x00\x05\x00\x00\x00\x03\x00\x00\x00\x08\x00\x00\x00\x00"))
	f.Add([]byte("II*\x00\x08\x00\x00\x00\x01\x00\x0f\x01\x02\x00\x04\x00\x00\x00Acme\x00\x00\x00\x00"))
	f.Add([]byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x09\x1c\x02\x50\x00\x04Ines\x00"))
	f.Add([]byte(`<x:xmpmeta><rdf:Description exif:GPSLatitude="39,17.8N" exif:GPSLongitude="76,35W"><dc:creator>Ines</dc:creator>`))
	f.Add([]byte("+39.2965-076.5917+012.000/"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, read := range []func(*metadata.Collector){
			func(c *metadata.Collector) { c.EXIF(b) }, func(c *metadata.Collector) { c.XMP(b) }, func(c *metadata.Collector) { c.IPTC(b) },
			func(c *metadata.Collector) { c.Photoshop(b) }, func(c *metadata.Collector) { c.ISO6709("QuickTime:xyz", string(b)) },
		} {
			var c metadata.Collector
			read(&c)
			if p := c.Metadata().Place; p != nil && (p.Latitude > 90_000_000 || p.Latitude < -90_000_000 || p.Longitude > 180_000_000 || p.Longitude < -180_000_000) {
				t.Errorf("%v is not on the earth", *p)
			}
			if o := c.Orientation(); o < 1 || o > 8 {
				t.Errorf("orientation %d", o)
			}
		}
	})
}
