package worth

import (
	"bedside/census"
	"bedside/reid"
	"bedside/text"
)

// What a name is worth that no table has: fewer than so many of a billion bear it.
const (
	rareGiven   = 5_000
	rareSurname = 3_400
)

// name is the share of people who bear a name: a given name, a surname, both, or an initial. Outside the US, whose tables these are,
// it may be far commoner or rarer.
func (s *Scale) name(w Words) reid.Value {
	var names []string
	titled := false
	for _, f := range w.forms() {
		switch f {
		case "mr", "mrs", "ms", "miss", "mx", "sir", "lady", "dr":
			titled = true
		case "s":
		default:
			names = append(names, f)
		}
	}
	if w.First > 0 && !titled {
		titled = w.Doc.Tokens[w.First-1].Kind == text.Word && has([]string{w.Doc.Tokens[w.First-1].Form}, "mr", "mrs", "ms", "miss", "mx")
	}
	switch {
	case len(names) == 0:
		return reid.Value{}
	case len(names) == 1 && titled:
		return s.borne(s.surname(names[0]))
	case len(names) == 1:
		return s.borne(s.given(names[0]))
	}
	given, surname := s.given(names[0]), s.surname(names[len(names)-1])
	both := reid.Share{Low: given.Low * surname.Low / reid.Everybody / 3, Likely: given.Likely * surname.Likely / reid.Everybody, High: given.High * surname.High / reid.Everybody * 5}
	return s.borne(both)
}

// initial is the share of people whose name begins with a letter.
func initial() reid.Share {
	return reid.Share{Low: reid.Everybody / 100, Likely: reid.Everybody / 20, High: reid.Everybody / 8}
}

func (s *Scale) given(name string) reid.Share {
	if len(name) == 1 {
		return initial()
	}
	n, ok := s.table.Given(name, census.Any, census.AllAges)
	if !ok || n == 0 {
		return reid.Share{Low: 10, Likely: rareGiven / 5, High: rareGiven}
	}
	return reid.Share{Low: int64(n) / 3, Likely: int64(n), High: int64(n) * 4} // names come and go: more of one age
}

func (s *Scale) surname(name string) reid.Share {
	if len(name) == 1 {
		return initial()
	}
	n, ok := s.table.Surname(name)
	if !ok || n == 0 {
		return reid.Share{Low: 1, Likely: rareSurname / 10, High: rareSurname}
	}
	return reid.Share{Low: int64(n) / 5, Likely: int64(n), High: int64(n) * 6} // families stay together
}

// borne is a share of names in the author's country.
func (s *Scale) borne(n reid.Share) reid.Value {
	if us, ok := s.table.Region("US"); !ok || s.land != us {
		n.Low, n.High = n.Low/5, n.High*5
	}
	return reid.Value{Share: reid.Share{Low: n.Low, Likely: max(n.Likely, 1), High: min(max(n.High, 2), reid.Everybody)}}
}
