package link

import (
	"sort"

	"bedside/calendar"
)

// echoed is a word of a post that may be taken up.
type echoed struct {
	telling int32
	echo    Echo
}

// How far apart posts may be that take each other up, in days and in posts, in how many posts a word may stand in that time and still tell one story, and
// how much the words that two posts share must weigh: an uncommon word that is pointed at, or two common ones.
const (
	echoDays   = 400
	echoPosts  = 500
	echoMost   = 8
	echoWeight = 4
	echoWords  = 3
)

// echoing lists the tellings that a post takes up, or that take it up, by the words that they share.
func (t *Timeline) echoing(r *Record) []int32 {
	type shared struct {
		telling       int32
		weight, words int
	}
	var all []shared
	for _, e := range r.Echoes {
		for _, o := range t.echoes(e.Key, r.Day) {
			w := e.with(o.echo, t.dayOf(o.telling) <= r.Day)
			k := 0
			for k < len(all) && all[k].telling != o.telling {
				k++
			}
			if k == len(all) {
				all = append(all, shared{telling: o.telling})
			}
			all[k].weight += w
			all[k].words++
		}
	}
	var out []int32
	for _, s := range all {
		if s.words >= echoWords { // together they are rarer than one by one
			s.weight++
		}
		if s.weight >= echoWeight {
			out = append(out, s.telling)
		}
	}
	return out
}

// with is how much a word that two posts share speaks for one story. Who takes a story up points at it.
func (e Echo) with(o Echo, later bool) int {
	if !later {
		return o.Weight()
	}
	return e.Weight()
}

// echoes are the posts with a word, near a day; none when there are so many that the word tells no story.
func (t *Timeline) echoes(key uint64, day calendar.Day) []echoed {
	all := t.byEcho[key]
	from := sort.Search(len(all), func(i int) bool { return t.dayOf(all[i].telling) >= day-echoDays })
	to := sort.Search(len(all), func(i int) bool { return t.dayOf(all[i].telling) > day+echoDays })
	if to-from > echoMost {
		return nil
	}
	latest := int32(len(t.days)) - echoPosts
	for from < to && t.tellings[all[from].telling].post < latest && day >= t.days[len(t.days)-1] {
		from++
	}
	return all[from:to]
}

// main is the telling that words of a post are taken for: of the patient of whom most is told.
func (r *Record) main() int {
	best := -1
	for i := range r.Tellings {
		if best < 0 || r.Tellings[best].rank() < r.Tellings[i].rank() {
			best = i
		}
	}
	return best
}

// rank puts patients before others, and then those of whom more is told.
func (p *Telling) rank() int {
	n := len(p.Details)
	if !p.Weak {
		n += 1 << 10
	}
	return n
}

// bare is the record with a telling, so that others may take it up, though it tells of nobody by itself.
func (r Record) bare() Record {
	if len(r.Tellings) > 0 || len(r.Echoes) == 0 && !r.Replies {
		return r
	}
	r.Tellings = []Telling{{
		Person: -1, Weak: true, Bare: true, Story: NoStory, Timed: r.Dated, Days: calendar.Interval{First: r.Day, Last: r.Day},
	}}
	return r
}
