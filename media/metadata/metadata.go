// Package metadata reads what a picture's metadata tells: EXIF, XMP and IPTC, and the plain fields of other formats.
//
// It reads what it can of damaged blocks and never fails: a block that cannot be read tells nothing. It never proves that a file
// tells nothing: what is to leave is stripped by what is allowed, not by what was read here. Start with [Collector].
package metadata

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"bedside"
)

// Collector gathers what the blocks of one file tell. The first that tells a thing is believed; the zero value is ready.
type Collector struct {
	place       *bedside.Point
	taken       string
	takenRank   int
	device      string
	maker       string
	model       string
	owner       string
	words       []string
	fields      []string
	previews    int
	orientation int
	half        bedside.Point // of a place that comes in two fields
	hasHalf     [2]bool
}

// What one file may tell, at most: files that hold more were made to.
const (
	maxFields = 500
	maxWords  = 200
	maxValue  = 8 << 10 // bytes of one value
)

// Metadata returns what was gathered.
func (c *Collector) Metadata() bedside.Metadata {
	slices.Sort(c.fields)
	return bedside.Metadata{
		Place: c.place, Taken: c.taken, Device: c.deviceOf(), Owner: c.owner,
		Words: c.words, Fields: slices.Compact(c.fields), Previews: c.previews,
	}
}

// Orientation is how the picture is to be turned, 1 to 8 as EXIF counts; 1 where nothing says so.
func (c *Collector) Orientation() int { return max(1, c.orientation) }

// Field notes that a field is there that says something of people, places, times or devices.
func (c *Collector) Field(name string) {
	if len(c.fields) < maxFields && !slices.Contains(c.fields, name) {
		c.fields = append(c.fields, name)
	}
}

// Words notes what somebody wrote into a field.
func (c *Collector) Words(field, value string) {
	value = tidy(value)
	if value == "" {
		return
	}
	c.Field(field)
	if len(c.words) < maxWords && !slices.Contains(c.words, value) {
		c.words = append(c.words, value)
	}
}

// Owner notes an author or a holder of rights.
func (c *Collector) Owner(field, value string) {
	if value = tidy(value); value == "" {
		return
	}
	c.Field(field)
	if c.owner == "" {
		c.owner = value
	}
}

// Device notes what made the file.
func (c *Collector) Device(field, value string) {
	if value = tidy(value); value == "" {
		return
	}
	c.Field(field)
	if c.device == "" {
		c.device = value
	}
}

// Maker and Model note the two halves of what made the file, where they come in fields of their own.
func (c *Collector) Maker(value string) { c.maker = cmp.Or(c.maker, tidy(value)) }

// Model notes the second half.
func (c *Collector) Model(value string) { c.model = cmp.Or(c.model, tidy(value)) }

// deviceOf is the maker and the model, once where the model repeats the maker.
func (c *Collector) deviceOf() string {
	whole := strings.TrimSpace(c.maker + " " + c.model)
	if c.model != "" && strings.HasPrefix(strings.ToLower(c.model), strings.ToLower(c.maker)) {
		whole = c.model
	}
	return cmp.Or(whole, c.device)
}

// How near a field's time is to when the picture was taken.
const (
	Taken    = 4 // when it was taken
	Created  = 3 // when the file was first made
	Modified = 2 // when it was last changed
	Stamped  = 1 // a time of something else
)

// Time notes a time, as the file writes it. That which is nearest to the taking is kept.
func (c *Collector) Time(field, value string, rank int) {
	value = tidy(value)
	if strings.Trim(value, "0:- ./TZ") == "" {
		return
	}
	c.Field(field)
	if rank > c.takenRank {
		c.taken, c.takenRank = value, rank
	}
}

// Place notes where a picture was taken, in millionths of a degree; what is not on the earth is none.
func (c *Collector) Place(field string, p bedside.Point) {
	c.Field(field)
	if c.place == nil && abs(p.Latitude) <= 90_000_000 && abs(p.Longitude) <= 180_000_000 {
		c.place = &p
	}
}

// Preview notes a smaller picture inside the file.
func (c *Collector) Preview() { c.previews++ }

func abs(n int) int { return max(n, -n) }

// tidy makes a value of a file fit for reading: valid, of one line, without what pads it.
func tidy(value string) string {
	if len(value) > maxValue {
		value = value[:maxValue]
	}
	if !utf8.ValidString(value) {
		value = latin1(value)
	}
	return strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r < ' ' || r == ' ' || r == 0x7f || r == utf8.RuneError }), " ")
}

// latin1 reads bytes as what they were before everybody wrote UTF-8.
func latin1(value string) string {
	runes := make([]rune, 0, len(value))
	for _, b := range []byte(value) {
		runes = append(runes, rune(b))
	}
	return string(runes)
}

// Merge adds what a picture inside tells. Its times, its devices and its owners are not those of the file, so only their fields count.
func (c *Collector) Merge(inner *Collector) {
	for _, field := range inner.fields {
		c.Field(field)
	}
	c.words = append(c.words, inner.words[:min(len(inner.words), maxWords-min(maxWords, len(c.words)))]...)
	if c.place == nil {
		c.place = inner.place
	}
	c.previews += inner.previews
}
