package reid

import (
	"bedside"
	"bedside/calendar"
)

// Detail is one thing told of a person, with what its words are worth. The words themselves are left behind.
type Detail struct {
	Kind  bedside.FactKind
	Span  bedside.Span // empty for what is known without words, as the author's country is
	Value Value
}

// Value is what the words of a detail say in figures. Each field narrows by itself; the zero Value narrows nothing that can be
// counted, as a story does.
type Value struct {
	Ages    Ages
	Sex     Sex
	Time    Time
	Setting Setting
	Places  []Place // where: any one of them, the likeliest first
	Rates   []Rate  // whom it fits or happens to, by age and sex: rows do not overlap, and whoever is in none is not meant
	Share   Share   // how many of all people it fits, whatever their age
	Alone   bool    // one person at each place: the first baby of the year
}

// Ages are days of life, the last included. The zero value is any age.
type Ages struct{ First, Last int32 }

// DaysOfYear is the length of a year of life, in days.
const DaysOfYear = 365

// Years are the ages from one birthday to the day before another: Years(34, 34) is 34, Years(30, 39) somebody's thirties.
func Years(first, last int) Ages {
	return Ages{int32(first) * DaysOfYear, int32(last+1)*DaysOfYear - 1}
}

// Told reports whether an age was told.
func (a Ages) Told() bool { return a != Ages{} }

// Sex is what is told of somebody's sex.
type Sex uint8

// The sexes that tables count.
const (
	AnySex Sex = iota
	Male
	Female
)

// Time is when the person was seen.
type Time struct {
	Days   []calendar.Interval // any one of them; nil where only their number is known, or nothing
	Length int32               // how many days the words leave open; 0 is unknown
}

// Setting is where in medicine somebody was seen. AnySetting is whatever brings people to clinicians; every other is a part of it.
type Setting uint8

// The settings.
const (
	AnySetting Setting = iota
	Emergency
	Inpatient
	Intensive
	Birth // a delivery: the mother or the child
)

// Area is a country, state, county, town or postcode, by the number that Figures know it by. 0 is none.
type Area uint32

// Place is where somebody lives, or where they were looked after.
type Place struct {
	Area Area
	Care bool // they were looked after there; where they live is open
	// People is how many of the area's kind a place stands for: the people who would fill a hospital, those of a part of the area.
	// Without it, it is all of the area; a place of care needs it.
	People Count
}

// Rate is how many people of some ages and a sex something fits, or happens to.
type Rate struct {
	First, Last int16 // years of age, the last included
	Sex         Sex
	EveryYear   bool // it happens to so many in a year, rather than being so with so many on any day
	Share       Share
}

// Share is how many of a billion people something fits: at least, likely, at most. The zero value is unknown.
type Share struct{ Low, Likely, High int64 }

// Everybody is all people, as a share.
const Everybody = 1_000_000_000

// Known reports whether there is a figure at all.
func (s Share) Known() bool { return s.High > 0 }

// Count is a number of people: at least, likely, at most.
type Count struct{ Low, Likely, High int64 }

// Told reports whether there is a figure at all.
func (v *Value) Told() bool {
	return v.Ages.Told() || v.Sex != AnySex || v.Time.Length > 0 || v.Setting != AnySetting || len(v.Places) > 0 || len(v.Rates) > 0 || v.Share.Known() || v.Alone
}
