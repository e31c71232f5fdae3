package census

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Builder makes a table from rows: areas level by level, as [Level] lists them, each after the one that holds it, then all else. It is for the
// program that compiles the table and for tests.
type Builder struct {
	t      Table
	level  Level
	other  []namedRow
	homes  []namedRow
	given  []namedRow
	family []namedRow
	ills   []namedRow
	err    error
}

// namedRow is a row of an index before it is sorted: a key and what it leads to.
type namedRow struct {
	key    Key
	values []uint32
}

// NewBuilder returns a builder whose table says of its figures where they are from.
func NewBuilder(sources string) *Builder {
	b := &Builder{level: Country}
	b.t.sources = []byte(sources)
	b.t.counts = make(longs, 4*Town)
	b.t.starts = [Town + 2]Area{Country: 1}
	b.t.rateStarts = put4(nil, 0)
	b.t.postcodeStarts = put4(nil, 0)
	return b
}

func put2(s shorts, n int) shorts { return binary.LittleEndian.AppendUint16(s, uint16(n)) }
func put4(l longs, n int) longs   { return binary.LittleEndian.AppendUint32(l, uint32(n)) }

func (n *names) put(s string) {
	n.text = append(n.text, s...)
	n.ends = put4(n.ends, len(n.text))
}

func (b *Builder) fail(format string, args ...any) {
	b.err = cmp.Or(b.err, fmt.Errorf(format, args...))
}

// area numbers the next area of a level.
func (b *Builder) area(level Level, people int, parent Area) Area {
	if level < b.level || level > Country && parent == 0 {
		b.fail("areas come level by level, and all but countries have a parent: level %d after %d", level, b.level)
	}
	if people < 0 || people > 1<<32-1 || parent > 1<<16-1 {
		b.fail("an area of level %d has %d people and the parent %d", level, people, parent)
	}
	b.level = level
	binary.LittleEndian.PutUint32(b.t.counts[4*(level-1):], b.t.counts.at(uint32(level)-1)+1)
	b.t.people = put4(b.t.people, people)
	if level > Country {
		b.t.parents = put2(b.t.parents, int(parent))
	}
	return Area(b.t.people.len())
}

// Country adds a country: births a year and births of ten thousand people are 0 where unknown.
func (b *Builder) Country(code, name string, people, births, birthRate int) Area {
	b.t.codes.put(code)
	b.t.names.put(name)
	b.t.births = put4(b.t.births, births)
	b.t.birthRates = put2(b.t.birthRates, birthRate)
	return b.area(Country, people, 0)
}

// State adds a state, province or nation.
func (b *Builder) State(country Area, code, name string, people, births int) Area {
	b.t.codes.put(code)
	b.t.names.put(name)
	b.t.births = put4(b.t.births, births)
	return b.area(State, people, country)
}

// County adds a county with the people of its bands of five years; the last band is open.
func (b *Builder) County(state Area, name string, people int, inBand []int) Area {
	if len(inBand) != bands {
		b.fail("a county has %d bands of ages", len(inBand))
	}
	all := 0
	for _, n := range inBand {
		all += n
	}
	for _, n := range inBand {
		b.t.bands = put2(b.t.bands, (n*tenThousand+all/2)/max(all, 1))
	}
	b.t.names.put(name)
	return b.area(County, people, state)
}

// Postcode3 adds the area of three digits; they ascend.
func (b *Builder) Postcode3(parent Area, digits, people int) Area {
	b.t.prefixes = put2(b.t.prefixes, digits)
	return b.area(Postcode3, people, parent)
}

// Postcode adds a postcode; they ascend, and the first three digits of each have been added.
func (b *Builder) Postcode(parent Area, digits, people int) Area {
	for row := uint32(b.t.postcodeStarts.len()) - 1; row < uint32(b.t.prefixes.len()) && b.t.prefixes.at(row) < uint32(digits/100); row++ {
		b.t.postcodeStarts = put4(b.t.postcodeStarts, len(b.t.postcodeEnds))
	}
	b.t.postcodeEnds = append(b.t.postcodeEnds, byte(digits%100))
	return b.area(Postcode, people, parent)
}

// TownRow is a town to be added.
type TownRow struct {
	Name   Key
	People int
	Parent Area
}

// Towns adds all towns at once and returns their areas in the order of the rows.
func (b *Builder) Towns(rows []TownRow) []Area {
	buckets := bucketsFor(len(rows))
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(compareKeys(rows[i].Name, rows[j].Name, buckets), cmp.Compare(rows[j].People, rows[i].People))
	})
	areas := make([]Area, len(rows))
	keys := make([]Key, len(rows))
	for n, i := range order {
		areas[i] = b.area(Town, rows[i].People, rows[i].Parent)
		keys[n] = rows[i].Name
	}
	b.t.townNames = b.index(keys)
	return areas
}

// Named gives a country, state or county its name, or any area a by-name; behind says that it counts only behind another name.
func (b *Builder) Named(name Key, a Area, behind bool) {
	row := uint32(a)
	if behind {
		row |= shortForm
	}
	b.other = append(b.other, namedRow{name, []uint32{row}})
}

// Ages gives an area its people of each sex by year of age.
func (b *Builder) Ages(a Area, men, women [Oldest + 1]int) {
	b.t.ageAreas = put4(b.t.ageAreas, int(a))
	for _, of := range [][Oldest + 1]int{men, women} {
		for _, n := range of {
			b.t.ages = put4(b.t.ages, n)
		}
	}
}

// Hospital adds a hospital under its names; of its figures those that are worked out (Admissions, Visits and the range of Births) are left aside.
func (b *Builder) Hospital(h Hospital, called []Key) {
	row := b.t.hospitalBeds.len()
	traits := byte(h.Kind)
	if h.Emergencies {
		traits |= hasEmergencies
	}
	b.t.hospitalAreas = put4(b.t.hospitalAreas, int(h.Area))
	b.t.hospitalBeds = put2(b.t.hospitalBeds, h.Beds)
	b.t.hospitalTraits = append(b.t.hospitalTraits, traits)
	b.t.labourBeds = append(b.t.labourBeds, byte(min(h.LabourBeds, 255)))
	b.t.bedDays = put4(b.t.bedDays, h.BedDays)
	b.t.hospitalBirths = put2(b.t.hospitalBirths, min(h.Births.Likely, 1<<16-1))
	for _, k := range called {
		b.homes = append(b.homes, namedRow{k, []uint32{uint32(row)}})
	}
}

// Given adds a given name with its shares of ten million men and women, by cohort.
func (b *Builder) Given(name string, men, women [cohorts]int) {
	row := namedRow{key: keyStart.add(name)}
	for _, of := range [][cohorts]int{men, women} {
		for _, share := range of {
			row.values = append(row.values, uint32(share))
		}
	}
	b.given = append(b.given, row)
}

// Surname adds a family name with its share of ten million people.
func (b *Builder) Surname(name string, share int) {
	b.family = append(b.family, namedRow{keyStart.add(name), []uint32{uint32(share)}})
}

// Condition adds a condition's rates under its names.
func (b *Builder) Condition(called []Key, rates []Rate) {
	row := uint32(b.t.rateStarts.len()) - 1
	for _, r := range rates {
		b.t.rateWho = append(b.t.rateWho, byte(r.Measure), byte(r.Sex), byte(r.First), byte(r.Last))
		b.t.rateLow = put4(b.t.rateLow, r.Low)
		b.t.rateHigh = put4(b.t.rateHigh, r.High)
	}
	b.t.rateStarts = put4(b.t.rateStarts, b.t.rateLow.len())
	for _, k := range called {
		b.ills = append(b.ills, namedRow{k, []uint32{row}})
	}
}

// Bytes returns the table.
func (b *Builder) Bytes() ([]byte, error) {
	for b.t.postcodeStarts.len() <= b.t.prefixes.len() {
		b.t.postcodeStarts = put4(b.t.postcodeStarts, len(b.t.postcodeEnds))
	}
	if b.t.townNames.sizes == nil {
		b.t.townNames = b.index(nil)
	}
	put := func(x *index, rows []namedRow) (values []uint32) { *x, values = b.sorted(rows); return values }
	b.t.otherAreas = asLongs(put(&b.t.otherNames, b.other))
	b.t.hospitalRows = asShorts(put(&b.t.hospitalNames, b.homes))
	b.t.givenShares = asLongs(put(&b.t.givenNames, b.given))
	b.t.surnameShares = asLongs(put(&b.t.surnames, b.family))
	b.t.conditionRows = asShorts(put(&b.t.conditionNames, b.ills))
	if b.err != nil {
		return nil, b.err
	}
	out := []byte(magic)
	for _, section := range b.t.sections() {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(*section)))
		out = append(out, *section...)
	}
	if _, err := Load(out); err != nil {
		return nil, fmt.Errorf("build census table: %w", err)
	}
	return out, nil
}

func (b *Builder) sorted(rows []namedRow) (index, []uint32) {
	buckets := bucketsFor(len(rows))
	slices.SortStableFunc(rows, func(x, y namedRow) int { return compareKeys(x.key, y.key, buckets) })
	keys := make([]Key, len(rows))
	var values []uint32
	for i, r := range rows {
		keys[i] = r.key
		values = append(values, r.values...)
	}
	return b.index(keys), values
}

// bucketsFor returns how many buckets an index of so many rows has.
func bucketsFor(rows int) int {
	if rows > 1000 {
		return 1 << manyBits
	}
	return 1 << fewBits
}

func compareKeys(a, b Key, buckets int) int {
	return cmp.Or(cmp.Compare(bucketOf(a, buckets), bucketOf(b, buckets)), cmp.Compare(a&0xffff, b&0xffff))
}

// index makes the index of keys in their order.
func (b *Builder) index(keys []Key) index {
	x := index{sizes: make([]byte, bucketsFor(len(keys)))}
	for _, k := range keys {
		bucket := bucketOf(k, len(x.sizes))
		if x.sizes[bucket] == 255 {
			b.err = cmp.Or(b.err, errors.New("more than 255 names share half a key"))
			return x
		}
		x.sizes[bucket]++
		x.low = put2(x.low, int(uint32(k)&0xffff))
	}
	sum := 0
	for i, size := range x.sizes {
		if i%blockSize == 0 {
			x.blocks = put4(x.blocks, sum)
		}
		sum += int(size)
	}
	return x
}

func asLongs(values []uint32) (l longs) {
	for _, v := range values {
		l = put4(l, int(v))
	}
	return l
}

func asShorts(values []uint32) (s shorts) {
	for _, v := range values {
		s = put2(s, int(v))
	}
	return s
}
