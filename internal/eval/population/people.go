package population

import (
	"math"
	"math/rand/v2"
	"slices"

	"bedside/census"
)

// person is one inhabitant of a state.
type person struct {
	days           int32 // of age
	county         uint16
	town, zip      uint16 // places in the state's lists; 0 is none
	given, surname uint16 // places in its lists of names; 0 is one that is never told
	job            uint8  // 0 is none
	sex            uint8  // 0 is a man, 1 a woman
	twin           bool
	ill            uint32 // lasting conditions, a bit each
}

const yearDays = 365.25

func (p *person) years() int { return int(float64(p.days) / yearDays) }

// state is one invented state: real places, invented people.
type state struct {
	code      string // "US-VT"
	area      census.Area
	counties  []county
	towns     []place // from 1
	zips      []place // from 1
	hospitals []hospital
	people    []person // county by county
	visits    []visit  // hospital by hospital
	names     *names
}

// place is a town or a postcode with what it is called in drafts.
type place struct {
	area   census.Area
	name   string
	people int
	young  float64 // how much younger or older than its county
}

type county struct {
	area        census.Area
	name        string
	first, last int // people of it
	towns, zips []int
	sick        [len(conditions)]float64 // how much more or less common there
	jobs        [len(jobs)]float64
	families    []uint16 // surnames that are common there
}

type hospital struct {
	name     string
	town     census.Area
	county   census.Area
	size     float64
	first    int // visits to it
	last     int
	delivers bool
}

// populate draws the people of all counties.
func (s *state) populate(t *census.Table, r *rand.Rand) {
	for i := range s.counties {
		c := &s.counties[i]
		c.first = len(s.people)
		c.temper(s, r)
		drift := math.Exp(r.NormFloat64() * 0.04) // years have gone by since the tables
		for age := range census.Oldest {
			for sex := range 2 {
				n, _ := t.Aged(c.area, age, age, census.Male+census.Sex(sex))
				for range chance(r, float64(n)*drift) {
					s.people = append(s.people, s.born(i, age, sex, r))
				}
			}
		}
		c.last = len(s.people)
	}
}

// temper makes a county a little unlike its state.
func (c *county) temper(s *state, r *rand.Rand) {
	for i := range c.sick {
		c.sick[i] = math.Exp(r.NormFloat64() * 0.25)
	}
	for i := range c.jobs {
		c.jobs[i] = math.Exp(r.NormFloat64() * 0.4)
	}
	for range 60 {
		c.families = append(c.families, s.names.surname(r))
	}
}

// born draws one person of an age and sex.
func (s *state) born(at, age, sex int, r *rand.Rand) person {
	c := &s.counties[at]
	p := person{county: uint16(at), sex: uint8(sex), days: int32((float64(age) + r.Float64()) * yearDays)}
	p.town = uint16(pick(r, s.towns, c.towns, age, s.people0(c)))
	p.zip = uint16(pick(r, s.zips, c.zips, age, s.people0(c)))
	p.given = s.names.givenOf(sex, age, r)
	p.surname = s.names.surname(r)
	if r.Float64() < 0.2 {
		p.surname = c.families[r.IntN(len(c.families))]
	}
	p.twin = r.Float64() < 0.031
	p.job = c.work(age, sex, r)
	frail := math.Exp(r.NormFloat64()*0.7 - 0.245)
	for i := range conditions {
		if x := &conditions[i]; x.lasting && r.Float64() < x.rate(age, sex)*c.sick[i]*frail {
			p.ill |= 1 << i
		}
	}
	return p
}

func (s *state) people0(c *county) int {
	n := 0
	for _, z := range c.zips {
		n += s.zips[z].people
	}
	return n
}

// pick draws one of some places by their size and how young their people are; 0 for the rest of the county.
func pick(r *rand.Rand, all []place, some []int, age, county int) int {
	x := r.Float64() * float64(max(county, 1))
	for _, i := range some {
		w := float64(all[i].people) * math.Exp(all[i].young*(40-float64(age))/40)
		if x < w {
			return i
		}
		x -= w
	}
	return 0
}

// work draws a trade.
func (c *county) work(age, sex int, r *rand.Rand) uint8 {
	x := r.Float64()
	for i := 1; i < len(jobs); i++ {
		j := &jobs[i]
		if age < j.first || age > j.last {
			continue
		}
		w := j.share * c.jobs[i]
		if sex == 1 {
			w *= 2 * j.women
		} else {
			w *= 2 * (1 - j.women)
		}
		if x < w {
			return uint8(i)
		}
		x -= w
	}
	return 0
}

// chance rounds up or down by chance.
func chance(r *rand.Rand, x float64) int {
	n := int(x)
	if r.Float64() < x-float64(n) {
		n++
	}
	return n
}

// poisson draws a count of rare things.
func poisson(r *rand.Rand, mean float64) int {
	n, p, limit := 0, r.Float64(), math.Exp(-mean)
	for p > limit && n < 50 {
		n++
		p *= r.Float64()
	}
	return n
}

// byName sorts places by name, so that a seed gives the same people everywhere.
func byName(list []place) {
	slices.SortFunc(list, func(a, b place) int {
		switch {
		case a.name < b.name:
			return -1
		case a.name > b.name:
			return 1
		}
		return int(a.area) - int(b.area)
	})
}
