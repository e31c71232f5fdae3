package census

import (
	"cmp"
	"slices"
)

// Count is a number in three figures: the truth lies between Low and High as far as the sources tell.
type Count struct{ Low, Likely, High int }

// Hospital is a hospital of the US cost reports.
type Hospital struct {
	Area        Area // the town where it stands, else the county or state
	Kind        HospitalKind
	Beds        int
	LabourBeds  int // 0 where none are reported, which is not none
	Emergencies bool
	BedDays     int   // days that patients lay there, in a year
	Admissions  Count // a year, from bed-days and the length of a stay
	Visits      Count // to its emergency department, a year
	Births      Count // a year
}

// HospitalKind is how Medicare classes a hospital.
type HospitalKind uint8

// The kinds.
const (
	AcuteCare HospitalKind = iota
	CriticalAccess
	Childrens
)

// The length of a stay in tenths of a day: 4.6 on average in the US, which we could not verify for single hospitals.
const (
	shortStay = 30
	usualStay = 46
	longStay  = 80
)

// visitsPerAdmission is how many come to emergency departments in the US for one who is admitted to a hospital: about 140 million to 34 million.
const visitsPerAdmission = 4

// Hospitals appends the hospitals that a name in folded words may mean, the largest first: with or without "the", "hospital" and "medical center", which
// people mix up. Only those inside within count, unless it is 0.
func (t *Table) Hospitals(dst []Hospital, words []string, within Area) []Hospital {
	keys := HospitalKeys(words)
	var rows []uint32
	for _, k := range keys[:min(len(keys), usualKeys)] {
		rows = t.hospitalsOf(rows, k, within)
	}
	for _, k := range keys[min(len(keys), usualKeys):] {
		if len(rows) == 0 {
			rows = t.hospitalsOf(rows, k, within)
		}
	}
	slices.Sort(rows)
	start := len(dst)
	for _, row := range slices.Compact(rows) {
		dst = append(dst, t.hospital(row))
	}
	slices.SortStableFunc(dst[start:], func(a, b Hospital) int { return cmp.Compare(b.BedDays, a.BedDays) })
	return dst
}

// usualKeys is how many of a name's keys are looked up whatever the first finds: the name as it stands, and without what all hospitals are called.
const usualKeys = 2

func (t *Table) hospitalsOf(rows []uint32, k Key, within Area) []uint32 {
	for i, end := t.hospitalNames.rows(k); i < end; i++ {
		if row := t.hospitalRows.at(i); within == 0 || t.Inside(Area(t.hospitalAreas.at(row)), within) {
			rows = append(rows, row)
		}
	}
	return rows
}

// AllHospitals appends every hospital inside an area, or every one at all if it is 0.
func (t *Table) AllHospitals(dst []Hospital, within Area) []Hospital {
	for i := range uint32(t.hospitalBeds.len()) {
		if h := t.hospital(i); within == 0 || t.Inside(h.Area, within) {
			dst = append(dst, h)
		}
	}
	return dst
}

func (t *Table) hospital(i uint32) Hospital {
	traits := t.hospitalTraits[i]
	h := Hospital{
		Area: Area(t.hospitalAreas.at(i)), Kind: HospitalKind(traits & 3), Emergencies: traits&hasEmergencies != 0,
		Beds: int(t.hospitalBeds.at(i)), LabourBeds: int(t.labourBeds[i]), BedDays: int(t.bedDays.at(i)),
	}
	h.Admissions = Count{10 * h.BedDays / longStay, 10 * h.BedDays / usualStay, 10 * h.BedDays / shortStay}
	if h.Emergencies {
		n := h.Admissions.Likely * visitsPerAdmission
		h.Visits = Count{n / 3, n, n * 3}
	}
	if n := int(t.hospitalBirths.at(i)); n > 0 {
		h.Births = Count{n / 5, n, n * 3}
		if h.LabourBeds > 0 {
			h.Births.Low = n / 3
		}
	}
	return h
}

const hasEmergencies = 1 << 2

// HospitalKeys returns the keys that a hospital is found by, the most particular first: its name as it stands, then without what all hospitals are
// called, then without what many are.
func HospitalKeys(words []string) []Key {
	words = trimmed(unmarked(words), "the")
	short := withoutEnds(words, "hospital", "hospitals", "medical", "center", "centre", "campus", "infirmary", "clinic", "the", "of", "and")
	shorter := withoutEnds(short, "hospital", "medical", "university", "health", "healthcare", "system", "regional", "the", "of", "and")
	keys := []Key{KeyOf(words)}
	if len(short) > 0 {
		keys = append(keys, KeyOf(short))
	}
	if len(shorter) > 0 && len(shorter) < len(short) {
		keys = append(keys, KeyOf(shorter))
	}
	return keys
}

// withoutEnds leaves out some words at the end.
func withoutEnds(words []string, ends ...string) []string {
	for len(words) > 0 && slices.Contains(ends, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// trimmed leaves out a word in front, unless nothing else is there.
func trimmed(words []string, word string) []string {
	for len(words) > 1 && words[0] == word {
		words = words[1:]
	}
	return words
}
