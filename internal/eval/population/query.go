package population

import "slices"

// query is what the words of a draft say of somebody, for counting whom else they fit.
type query struct {
	first, last    int32 // days of age
	sex            int8  // -1 is not told
	county         int   // -1 is not told
	town, zip      int   // 0 is not told
	job            uint8
	given, surname uint16
	ill            uint32
	twin           bool
	seen           bool // at a hospital, in the days between
	at             []int
	from, to       int  // days before the draft, from the latest to the earliest
	admitted       bool // came on such a day; else was there
	setting        int  // -1 is not told
	cause          int  // anyCause is not told
}

const anyCause = -9

func everybody() query {
	return query{last: 200 * 366, sex: -1, county: -1, setting: -1, cause: anyCause, to: window - 1}
}

// fits reports whether what is told of the person themselves is so.
func (q *query) fits(p *person) bool {
	return p.days >= q.first && p.days <= q.last && (q.sex < 0 || int8(p.sex) == q.sex) && (q.county < 0 || int(p.county) == q.county) &&
		(q.town == 0 || int(p.town) == q.town) && (q.zip == 0 || int(p.zip) == q.zip) && (q.job == 0 || p.job == q.job) &&
		(q.given == 0 || p.given == q.given) && (q.surname == 0 || p.surname == q.surname) && p.ill&q.ill == q.ill && (!q.twin || p.twin)
}

// took reports whether a visit is the one that is told.
func (q *query) took(v *visit) bool {
	if q.setting >= 0 && int(v.setting) != q.setting || q.cause != anyCause && int(v.cause) != q.cause {
		return false
	}
	if q.admitted {
		return int(v.day) >= q.from && int(v.day) <= q.to
	}
	return int(v.day) >= q.from && int(v.leaves) <= q.to
}

// count is how many people of a state a query fits.
func (s *state) count(q *query) int {
	if q.seen {
		return s.countSeen(q)
	}
	first, last := 0, len(s.people)
	if q.town > 0 || q.zip > 0 || q.county >= 0 {
		first, last = s.around(q)
	}
	n := 0
	for i := first; i < last; i++ {
		if q.fits(&s.people[i]) {
			n++
		}
	}
	return n
}

// around is where the people of the county of a place begin and end.
func (s *state) around(q *query) (first, last int) {
	for i := range s.counties {
		c := &s.counties[i]
		if i == q.county || q.town > 0 && slices.Contains(c.towns, q.town) || q.zip > 0 && slices.Contains(c.zips, q.zip) {
			return c.first, c.last
		}
	}
	return 0, len(s.people)
}

func (s *state) countSeen(q *query) int {
	met := map[int32]bool{}
	look := func(from, to int) {
		for i := from; i < to; i++ {
			if v := &s.visits[i]; q.took(v) && q.fits(&s.people[v.person]) {
				met[v.person] = true
			}
		}
	}
	if q.at == nil {
		look(0, len(s.visits))
	}
	for _, h := range q.at {
		look(s.hospitals[h].first, s.hospitals[h].last)
	}
	return len(met)
}
