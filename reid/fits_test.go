package reid_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"bedside/reid"
)

// TestMoreNeverEnlarges adds a detail anywhere in random sets: no figure may grow.
func TestMoreNeverEnlarges(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 5))
	for range 1000 {
		some := someValues(random)
		before := reid.Estimate(invented{}, toldIn(some))
		at := random.IntN(len(some) + 1)
		more := slices.Insert(slices.Clone(some), at, anyValue(random))
		after := reid.Estimate(invented{}, toldIn(more))
		if before.People == nil {
			continue
		}
		if a, b := *after.People, *before.People; a.Low > b.Low || a.Likely > b.Likely || a.High > b.High {
			t.Fatalf("%+v gives %+v; with %+v: %+v", some, b, more[at], a)
		}
	}
}

// TestWiderNeverShrinks makes one detail of random sets say the same of more people: no figure may fall.
func TestWiderNeverShrinks(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 9))
	for range 1000 {
		some := append(someValues(random), anyValue(random))
		before := reid.Estimate(invented{}, toldIn(some))
		if before.People == nil {
			continue
		}
		at := random.IntN(len(some))
		wider := slices.Clone(some)
		if v, ok := generalised(random, some[at]); ok {
			wider[at] = v
		} else {
			wider = slices.Delete(wider, at, at+1)
		}
		after := reid.Estimate(invented{}, toldIn(wider))
		if a, b := after.People, *before.People; a != nil && (a.Low < b.Low || a.Likely < b.Likely || a.High < b.High) {
			t.Fatalf("%+v gives %+v; with %+v: %+v", some, b, wider, *a)
		}
	}
}

// TestWithout: leaving a detail out is no fewer people, and is what an estimate of the others says.
func TestWithout(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(13, 15))
	for range 500 {
		details := toldIn(append(someValues(random), age(30, 39)))
		all := reid.Estimate(invented{}, details)
		for i := range all.Without {
			if details[i].Span.Empty() {
				continue
			}
			less := reid.Estimate(invented{}, slices.Delete(slices.Clone(details), i, i+1))
			if less.People != nil && *less.People != all.Without[i] {
				t.Fatalf("%+v without %d: %+v, by itself %+v", details, i, all.Without[i], *less.People)
			}
		}
	}
}

// toldIn is a set of values told of somebody in a state.
func toldIn(values []reid.Value) []reid.Detail {
	return append(told(values...), reid.Detail{Value: from(country)})
}

func someValues(random *rand.Rand) []reid.Value {
	out := make([]reid.Value, random.IntN(6))
	for i := range out {
		out[i] = anyValue(random)
	}
	return out
}

// anyValue draws a value of one kind.
func anyValue(random *rand.Rand) reid.Value {
	switch random.IntN(10) {
	case 0:
		first := int32(random.IntN(90 * reid.DaysOfYear))
		return reid.Value{Ages: reid.Ages{First: first, Last: first + int32(random.IntN(4000))}}
	case 1:
		first := int32(1 + random.IntN(500))
		return reid.Value{Ages: reid.Ages{First: first, Last: first + int32(random.IntN(40))}}
	case 2:
		return reid.Value{Sex: reid.Male + reid.Sex(random.IntN(2))}
	case 3:
		return from(village + reid.Area(random.IntN(5)))
	case 4:
		return caredFor(village+reid.Area(random.IntN(3)), 1+random.Int64N(100_000))
	case 5:
		return days(int32(1 + random.IntN(500)))
	case 6:
		return reid.Value{Setting: reid.Emergency + reid.Setting(random.IntN(4))}
	case 7:
		return rates(random)
	case 8:
		likely := random.Int64N(1_000_000)
		return share(likely/4, likely, 1+likely*3)
	default:
		return reid.Value{Alone: random.IntN(20) == 0}
	}
}

// rates draws a condition of some ages.
func rates(random *rand.Rand) reid.Value {
	var rows []reid.Rate
	yearly := random.IntN(2) == 0
	for first := int16(random.IntN(30)); first < 100; {
		last := first + int16(1+random.IntN(40))
		likely := random.Int64N(100_000_000)
		rows = append(rows, reid.Rate{First: first, Last: last, Sex: reid.Sex(random.IntN(3)), EveryYear: yearly, Share: reid.Share{Low: likely / 2, Likely: likely, High: 1 + likely*2}})
		first = last + 1
	}
	return reid.Value{Rates: rows}
}

// generalised says the same of more people; ok is false where nothing is left to say.
func generalised(random *rand.Rand, v reid.Value) (wider reid.Value, ok bool) {
	switch {
	case v.Ages.Told():
		v.Ages.First -= min(v.Ages.First, int32(random.IntN(1000)))
		v.Ages.Last += int32(random.IntN(1000))
	case len(v.Places) > 0 && v.Places[0].Care:
		served := v.Places[0].People
		v = caredFor(v.Places[0].Area, served.Likely+random.Int64N(1000))
	case len(v.Places) > 0 && v.Places[0].Area < country:
		v = from(v.Places[0].Area + 1)
	case v.Time.Length > 0:
		v.Time.Length += int32(random.IntN(400))
	case v.Share.Known():
		v.Share = reid.Share{Low: v.Share.Low + 5, Likely: v.Share.Likely + 50, High: v.Share.High + 500}
	case len(v.Rates) > 0:
		v.Rates = slices.Clone(v.Rates)
		for i := range v.Rates {
			s := &v.Rates[i].Share
			*s = reid.Share{Low: s.Low, Likely: s.Likely + 1000, High: s.High + 100_000}
			v.Rates[i].Sex = reid.AnySex
		}
	default:
		return reid.Value{}, false
	}
	return v, true
}

// TestPeople: the crowd alone is that of the whole estimate.
func TestPeople(t *testing.T) {
	t.Parallel()
	for _, details := range [][]reid.Detail{nil, told(age(34, 34)), told(from(town), age(34, 34)), told(from(nowhere), days(3))} {
		want, got := reid.Estimate(invented{}, details).People, reid.People(invented{}, details)
		if (want == nil) != (got == nil) || want != nil && *want != *got {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}
