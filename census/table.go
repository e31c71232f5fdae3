package census

import (
	"encoding/binary"
	"strings"

	"bedside"
)

// magic begins a table. The number changes with its layout.
const magic = "bedside census 1"

// Table is a census, ready to answer. It reads its bytes where they lie, keeps nothing else and may be used by many goroutines at once.
type Table struct {
	starts [Town + 2]Area // the first area of each level

	sources []byte
	counts  longs // of areas, by level

	people     longs  // of every area
	parents    shorts // of every area but countries
	codes      names  // of countries and states
	names      names  // of countries, states and counties
	births     longs  // of countries and states, 0 where unknown
	birthRates shorts // of countries, of ten thousand people, 0 where unknown

	townNames  index // its rows are the towns themselves
	otherNames index // of countries, states, counties, and by-names of towns
	otherAreas longs

	prefixes       shorts // three digits, ascending
	postcodeStarts longs  // the first postcode of each prefix, and the end
	postcodeEnds   []byte // the last two digits

	ageAreas longs  // areas with ages of their own
	ages     longs  // by area, sex and year
	bands    shorts // by county: parts of ten thousand

	hospitalNames  index
	hospitalRows   shorts
	hospitalAreas  longs
	hospitalBeds   shorts
	hospitalTraits []byte
	labourBeds     []byte
	bedDays        longs
	hospitalBirths shorts

	givenNames    index
	givenShares   longs // by name, sex and cohort: of ten million
	surnames      index
	surnameShares longs // of ten million

	conditionNames index
	conditionRows  shorts
	rateStarts     longs
	rateWho        []byte // measure, sex, first and last year
	rateLow        longs
	rateHigh       longs
}

// sections are the parts of a stored table, in the order that they are stored in.
func (t *Table) sections() []*[]byte {
	sections := []*[]byte{
		&t.sources, (*[]byte)(&t.counts), (*[]byte)(&t.people), (*[]byte)(&t.parents), (*[]byte)(&t.births), (*[]byte)(&t.birthRates),
		(*[]byte)(&t.otherAreas), (*[]byte)(&t.prefixes), (*[]byte)(&t.postcodeStarts), &t.postcodeEnds,
		(*[]byte)(&t.ageAreas), (*[]byte)(&t.ages), (*[]byte)(&t.bands),
		(*[]byte)(&t.hospitalRows), (*[]byte)(&t.hospitalAreas), (*[]byte)(&t.hospitalBeds), &t.hospitalTraits, &t.labourBeds,
		(*[]byte)(&t.bedDays), (*[]byte)(&t.hospitalBirths), (*[]byte)(&t.givenShares), (*[]byte)(&t.surnameShares),
		(*[]byte)(&t.conditionRows), (*[]byte)(&t.rateStarts), &t.rateWho, (*[]byte)(&t.rateLow), (*[]byte)(&t.rateHigh),
	}
	for _, n := range []*names{&t.codes, &t.names} {
		sections = append(sections, (*[]byte)(&n.ends), &n.text)
	}
	for _, x := range []*index{&t.townNames, &t.otherNames, &t.hospitalNames, &t.givenNames, &t.surnames, &t.conditionNames} {
		sections = append(sections, &x.sizes, (*[]byte)(&x.blocks), (*[]byte)(&x.low))
	}
	return sections
}

// Load makes a table of bytes that [Builder] wrote, without copying them: they must not change afterwards. It checks every length and every
// number that leads from one place to another, so that no bytes can make a question fail.
func Load(b []byte) (*Table, error) {
	rest, ok := strings.CutPrefix(string(b[:min(len(b), len(magic))]), magic)
	if !ok || rest != "" {
		return nil, broken("its beginning is not that of a census table of this version")
	}
	t := &Table{}
	at := len(magic)
	for _, section := range t.sections() {
		if len(b)-at < 4 {
			return nil, broken("it is cut short")
		}
		size := uint64(binary.LittleEndian.Uint32(b[at:]))
		at += 4
		if uint64(len(b)-at) < size {
			return nil, broken("it is cut short")
		}
		*section = b[at : at+int(size) : at+int(size)]
		at += int(size)
	}
	if at != len(b) {
		return nil, broken("more follows behind its end")
	}
	if !t.numbered() || !t.sound() {
		return nil, broken("its parts do not fit together")
	}
	return t, nil
}

func broken(how string) error {
	return &bedside.Error{Code: bedside.CodeInternal, Message: "The table of people and places (census.bin) cannot be read: " + how + ". Install Bedside again, or build it anew with make build."}
}

// Sources names where the figures come from, with licences and dates, one a line.
func (t *Table) Sources() string { return string(t.sources) }
