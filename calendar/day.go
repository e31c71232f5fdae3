package calendar

import "time"

// Day counts days from 1 January 1970, without a time of day and without a zone.
type Day int32

// DayOf is the day that the author's clock showed.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return dayOf(y, int(m), d)
}

// Date is the year, the month and the day of the month.
func (d Day) Date() (year, month, day int) {
	y, m, n := time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
	return y, int(m), n
}

const secondsPerDay = 24 * 60 * 60

// dayOf counts what is too much for a month into the next: 31 April is 1 May.
func dayOf(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// weekday is 1 on Mondays and 7 on Sundays.
func (d Day) weekday() int { return int(((d+3)%7+7)%7) + 1 }

// Interval is a run of days, the first and the last included.
type Interval struct{ First, Last Day }

func on(d Day) Interval { return Interval{d, d} }

func monthOf(year, month int) Interval {
	return Interval{dayOf(year, month, 1), dayOf(year, month+1, 1) - 1}
}

func yearOf(year int) Interval { return Interval{dayOf(year, 1, 1), dayOf(year, 12, 31)} }

// exists holds for a day that the calendar has.
func exists(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	_, m, _ := dayOf(year, month, day).Date()
	return m == month
}

// Order says which of the numbers of 3/12 is the day.
type Order uint8

// The orders of day and month. Canada writes both.
const (
	OrderUnknown Order = iota
	DayFirst
	MonthFirst
)

// OrderOf is the order that a jurisdiction writes: a country's code, or one with a part behind a hyphen such as US-MD.
func OrderOf(jurisdiction string) Order {
	if len(jurisdiction) < 2 || len(jurisdiction) > 2 && jurisdiction[2] != '-' {
		return OrderUnknown
	}
	switch jurisdiction[:2] {
	case "US", "PH":
		return MonthFirst
	case "GB", "UK", "IE", "AU", "NZ", "IN", "PK", "BD", "LK", "NP", "NG", "GH", "KE", "UG", "TZ", "ZW", "ZA", "SG", "MY", "JM", "TT", "MT",
		"FR", "DE", "AT", "CH", "IT", "ES", "PT", "NL", "BE", "DK", "NO", "FI", "PL", "BR", "MX", "AR", "EG", "SA", "AE", "IL":
		return DayFirst
	}
	return OrderUnknown
}
