package worth

import (
	"bedside"
	"bedside/calendar"
	"bedside/census"
	"bedside/reid"
	"bedside/text"
)

// Scale weighs the words of one draft.
type Scale struct {
	table *census.Table
	day   calendar.Day // on which the draft was written
	dated bool         // that day is known
	order calendar.Order
	state census.Area   // where the author is licensed or works: a state or a country, 0 where nobody knows
	land  census.Area   // its country
	town  census.Area   // where the author works, 0 where nobody knows
	near  []census.Area // towns that the author or the draft names, which tell one Springfield from another
}

// Words are the words of one detail, where they stand.
type Words struct {
	Kind        bedside.FactKind
	Doc         *text.Document
	First, Last int // tokens, Last excluded
	Rarity      int // of a rare disorder: at most so many of ten million have it; 0 is unknown
}

// Value is what some words are worth. The zero value has no figure.
func (s *Scale) Value(w Words) reid.Value {
	if w.First >= w.Last {
		return reid.Value{}
	}
	switch w.Kind {
	case bedside.FactAge, bedside.FactAgeOver89:
		return reid.Value{Ages: ages(w.forms(), w.Kind == bedside.FactAgeOver89), Sex: w.sexOfAged()}
	case bedside.FactSex:
		return reid.Value{Sex: sexOf(w.forms())}
	case bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactPersonPatient, bedside.FactRelation:
		return person(w.forms())
	case bedside.FactDate, bedside.FactRecent, bedside.FactYear, bedside.FactPast:
		return s.time(w)
	case bedside.FactPlace:
		return reid.Value{Places: s.places(w)}
	case bedside.FactPostcode:
		return reid.Value{Places: s.postcode(w)}
	case bedside.FactInstitution:
		return reid.Value{Places: s.institution(w.forms())}
	case bedside.FactWard, bedside.FactCareSetting, bedside.FactCareCame, bedside.FactCareAct:
		return setting(w.forms())
	case bedside.FactRareCondition:
		return rare(w.Rarity)
	case bedside.FactCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactMultipleBirth, bedside.FactEvent:
		return s.illness(w)
	case bedside.FactDeath:
		return reid.Value{Rates: deaths()}
	case bedside.FactName:
		return s.name(w)
	case bedside.FactOccupation:
		return occupation(w.forms())
	case bedside.FactEthnicity:
		return s.origin(w)
	case bedside.FactUniqueRole:
		return reid.Value{Share: reid.Share{Low: 10, Likely: 20_000, High: 500_000}}
	case bedside.FactRecord:
		return record(w.forms())
	default:
		return reid.Value{}
	}
}

// forms are the folded words and numbers of a detail, marks left out.
func (w Words) forms() []string {
	out := make([]string, 0, w.Last-w.First)
	for _, t := range w.Doc.Tokens[w.First:w.Last] {
		if t.Kind == text.Word || t.Kind == text.Number {
			out = append(out, t.Form)
		}
	}
	return out
}
