package population

import (
	"fmt"
	"math/rand/v2"
	"time"

	"bedside"
	"bedside/census"
	"bedside/internal/eval"
)

// Unique is how many people are the only ones of their sex, ZIP code and date of birth (Golle 2006: 63 % of the United States).
type Unique struct {
	People     int
	True, Said eval.Count // in drawn populations of whole ZIP codes; by the engine, whose likely crowd is 1
}

// MeasureUnique draws n people of the whole country and asks the engine about each.
func MeasureUnique(check Check, t *census.Table, seed uint64, n int) (Unique, error) {
	r := rand.New(rand.NewPCG(seed, 63))
	first, end := t.Areas(census.Postcode)
	upTo := make([]int, 0, end-first)
	total := 0
	for a := first; a < end; a++ {
		total += t.People(a)
		upTo = append(upTo, total)
	}
	out := Unique{People: n}
	for range n {
		x, i := r.IntN(total), 0
		for upTo[i] <= x {
			i++
		}
		if err := out.one(check, t, first+census.Area(i), r); err != nil {
			return out, err
		}
	}
	return out, nil
}

// one draws everybody of a ZIP code, chooses one of them and asks the engine.
func (u *Unique) one(check Check, t *census.Table, zip census.Area, r *rand.Rand) error {
	type born struct{ sex, days int }
	var people []born
	count := map[born]int{}
	for age := range census.Oldest {
		for sex := range 2 {
			n, _ := t.Aged(zip, age, age, census.Male+census.Sex(sex))
			for range n {
				b := born{sex, age*365 + r.IntN(365)}
				people = append(people, b)
				count[b]++
			}
		}
	}
	if len(people) == 0 {
		return nil
	}
	who := people[r.IntN(len(people))]
	d := bedside.Draft{Text: fmt.Sprintf("Saw a patient, DOB %s, %s, zip %s.", birthDate(who.days).Format("1/2/2006"), [2]string{"male", "female"}[who.sex], t.Digits(zip))}
	d.Time, d.Author.Role, d.Author.Jurisdiction = bedside.Time{Time: posted()}, "resident", t.Code(zip)
	result, err := check(d)
	if err != nil {
		return err
	}
	u.True.Of++
	if count[who] == 1 {
		u.True.Hits++
	}
	u.Said.Of++
	for i := range result.People {
		if c := result.People[i].Crowd; c != nil && c.Likely == 1 {
			u.Said.Hits++
			break
		}
	}
	return nil
}

// birthDate is the day of birth of somebody of so many years and days.
func birthDate(days int) time.Time {
	return posted().AddDate(-days/365, 0, -(days % 365))
}
