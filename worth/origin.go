package worth

import (
	"slices"
	"strings"

	"bedside/reid"
)

// origin is where somebody comes from, if that is a town or county of the tables ("a lady from Bannock County"), else the share of people of an
// origin or faith, in the United States; elsewhere there are no figures. People of one origin live
// near each other, so the truth may be eight times less or more.
func (s *Scale) origin(w Words) reid.Value {
	forms := w.forms()
	v := person(forms)
	if i := slices.Index(forms, "from"); i >= 0 && i+1 < len(forms) {
		from := w
		from.First = w.Last - (len(forms) - i - 1)
		if v.Places = s.places(from); len(v.Places) > 0 {
			return v
		}
	}
	if s.table.Code(s.land) != "US" {
		return v
	}
	list := origins()
	for i := range forms {
		for size := min(2, len(forms)-i); size > 0; size-- {
			word := strings.Join(forms[i:i+size], " ")
			if k, ok := slices.BinarySearchFunc(list, word, func(o origin, w string) int { return strings.Compare(o.name, w) }); ok {
				const ofThousands = 333_000
				likely := list[k].thousands * reid.Everybody / ofThousands
				v.Share = reid.Share{Low: likely / 8, Likely: likely, High: min(reid.Everybody, likely*8)}
				return v
			}
		}
	}
	return v
}

// origin is how many thousands of people in the United States say that they are of an origin or faith.
type origin struct {
	name      string
	thousands int64
}

// origins are in the order of their names. After the Census Bureau (American Community Survey 2022; Census 2020, detailed groups): rounded,
// public domain. Faiths, which no census asks for, are rounder still: the middle of published surveys.
func origins() []origin {
	return []origin{
		{"afghan", 200},
		{"african american", 45_000},
		{"alaska native", 240},
		{"albanian", 220},
		{"amish", 380},
		{"arab", 3_700},
		{"armenian", 500},
		{"asian", 22_000},
		{"bangladeshi", 270},
		{"bengali", 270},
		{"bhutanese", 30},
		{"black", 45_000},
		{"bosnian", 120},
		{"brazilian", 600},
		{"buddhist", 3_500},
		{"burmese", 230},
		{"cambodian", 340},
		{"cherokee", 1_500},
		{"chinese", 4_900},
		{"colombian", 1_500},
		{"congolese", 100},
		{"cuban", 2_450},
		{"dominican", 2_400},
		{"ecuadorian", 840},
		{"egyptian", 300},
		{"eritrean", 60},
		{"ethiopian", 340},
		{"filipina", 2_400},
		{"filipino", 4_400},
		{"ghanaian", 230},
		{"greek", 1_200},
		{"guatemalan", 1_900},
		{"haitian", 1_150},
		{"hasidic", 250},
		{"hindu", 3_000},
		{"hispanic", 63_700},
		{"hmong", 360},
		{"honduran", 1_200},
		{"indian", 4_800},
		{"iranian", 500},
		{"iraqi", 250},
		{"jamaican", 1_150},
		{"japanese", 1_500},
		{"jehovah's witness", 1_250},
		{"jewish", 7_500},
		{"kenyan", 150},
		{"korean", 1_950},
		{"kurdish", 40},
		{"laotian", 250},
		{"latina", 31_500},
		{"latino", 63_700},
		{"lebanese", 600},
		{"mennonite", 500},
		{"mexican", 37_400},
		{"mormon", 6_700},
		{"muslim", 3_900},
		{"native american", 7_000},
		{"native hawaiian", 680},
		{"navajo", 400},
		{"nepalese", 220},
		{"nepali", 220},
		{"nicaraguan", 460},
		{"nigerian", 700},
		{"orthodox jewish", 700},
		{"pakistani", 650},
		{"palestinian", 180},
		{"persian", 500},
		{"peruvian", 750},
		{"polish", 8_200},
		{"puerto rican", 5_900},
		{"rohingya", 12},
		{"romanian", 450},
		{"russian", 2_100},
		{"salvadoran", 2_500},
		{"samoan", 210},
		{"sikh", 500},
		{"somali", 180},
		{"sudanese", 70},
		{"syrian", 190},
		{"thai", 330},
		{"tongan", 70},
		{"trinidadian", 230},
		{"ukrainian", 1_100},
		{"venezuelan", 900},
		{"vietnamese", 2_300},
		{"white", 200_000},
		{"yemeni", 100},
	}
}
