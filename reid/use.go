package reid

// The rates at which people come to be looked after. They are of the United States; elsewhere they are the best guess at hand, which
// the estimate widens for. Visits to emergency departments: 43 a year for 100 people (NHAMCS 2019, CDC). Stays in hospital: 110
// for 1,000, by age as in HCUP's National Inpatient Sample 2018. Intensive care: about one stay in eight. All settings together: what
// outpatient departments and offices see too (NAMCS 2018: 2.7 visits a person), most of which nobody writes about. Births a woman:
// NVSS 2022, final data. Rounded; public domain.

// useOf is how many visits a billion people of an age make in a year.
func useOf(s Setting, year int, sex Sex) Share {
	switch s {
	case Emergency:
		return around(emergency(year), 75, 130)
	case Inpatient:
		return around(inpatient(year), 75, 130)
	case Intensive:
		return around(inpatient(year)/intensiveStays, 50, 200)
	case Birth:
		return around(births(year, sex), 90, 110)
	default:
		all := emergency(year) + inpatient(year) + births(year, sex)
		return Share{all, all * 2, all*2 + 2*Everybody}
	}
}

// intensiveStays is of how many stays in hospital one is in intensive care.
const intensiveStays = 8

// useCuts are the ages at which these rates change, and the end of the first year of life.
func useCuts() []int { return []int{1, 15, 18, 20, 25, 30, 35, 40, 45, 50, 65, 75, 85} }

// around is a share with so many hundredths of it at least and at most.
func around(likely, low, high int64) Share {
	return Share{likely * low / 100, likely, likely * high / 100}
}

const perThousand = Everybody / 1000

func emergency(year int) int64 {
	switch {
	case year < 1:
		return 900 * perThousand
	case year < 15:
		return 380 * perThousand
	case year < 65:
		return 430 * perThousand
	case year < 75:
		return 430 * perThousand
	}
	return 640 * perThousand
}

// inpatient leaves births and newborns out.
func inpatient(year int) int64 {
	switch {
	case year < 1:
		return 150 * perThousand
	case year < 18:
		return 25 * perThousand
	case year < 45:
		return 55 * perThousand
	case year < 65:
		return 110 * perThousand
	case year < 75:
		return 210 * perThousand
	case year < 85:
		return 330 * perThousand
	}
	return 440 * perThousand
}

// births counts each birth at the child, who is born once in its first year, and at the mother.
func births(year int, sex Sex) int64 {
	if year == 0 {
		return Everybody
	}
	if sex != Female {
		return 0
	}
	switch {
	case year < 15 || year > 49:
		return 0
	case year < 20:
		return 14 * perThousand
	case year < 25:
		return 57 * perThousand
	case year < 30:
		return 93 * perThousand
	case year < 35:
		return 97 * perThousand
	case year < 40:
		return 55 * perThousand
	case year < 45:
		return 12 * perThousand
	}
	return perThousand
}

// newborn is how many visits a billion children in their first days make, a year of such days: nearly all are in hospital, and few of
// them are written about after they went home.
func newborn() Share { return Share{10 * Everybody, 60 * Everybody, DaysOfYear * Everybody} }

// newbornDays is how long a child is a newborn.
const newbornDays = 28
