package calendar_test

import (
	"strings"
	"testing"
	"time"

	"bedside/calendar"
	"bedside/text"
)

func day(t *testing.T, s string) calendar.Day {
	t.Helper()
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return calendar.DayOf(at)
}

func tokens(s string) []text.Token { return (&text.Parser{}).Parse(s).Tokens }

// show prints a meaning: its intervals, a question mark where something was guessed.
func show(m calendar.Meaning) string {
	var out []string
	for _, i := range m.Days {
		first, last := format(i.First), format(i.Last)
		if first != last {
			first += ".." + last
		}
		out = append(out, first)
	}
	if m.Guessed {
		out = append(out, "?")
	}
	return strings.Join(out, " ")
}

func format(d calendar.Day) string {
	y, m, n := d.Date()
	return time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// meaning is a case of a table: words, and the days that they mean on Thursday 12 March 2026.
type meaning struct{ name, words, want string }

func checkMeanings(t *testing.T, order calendar.Order, tests []meaning) {
	t.Helper()
	at := day(t, "2026-03-12")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := show(calendar.Resolve(tokens(tt.words), at, order)); got != tt.want {
				t.Errorf("%q means %q, want %q", tt.words, got, tt.want)
			}
		})
	}
}

func TestFullDates(t *testing.T) {
	t.Parallel()
	checkMeanings(t, calendar.OrderUnknown, []meaning{
		{"year first", "2024-03-12", "2024-03-12"},
		{"year first, slashes", "2024/03/12", "2024-03-12"},
		{"no doubt which is the day", "25/12/2025", "2025-12-25"},
		{"no doubt, the month first", "12/25/25", "2025-12-25"},
		{"the same both ways", "03/03/2025", "2025-03-03"},
		{"both ways", "03/12/2025", "2025-03-12 2025-12-03 ?"},
		{"a century back", "25.12.51", "1951-12-25"},
		{"hyphens", "25-12-25", "2025-12-25"},
		{"by name", "12-Mar-24", "2024-03-12"},
		{"by name in full", "the 3rd of March 2024", "2024-03-03"},
		{"American", "March 3rd, 2024", "2024-03-03"},
		{"an apostrophe", "Mar 12th '24", "2024-03-12"},
		{"in words", "the twenty-second of June 2025", "2025-06-22"},
		{"with a time", "12/25/25 14:30", "2025-12-25"},
		{"in a file name", "20240312", "2024-03-12"},
		{"a day that is none", "31/02/2024", ""},
	})
}

func TestOrders(t *testing.T) {
	t.Parallel()
	for order, want := range map[calendar.Order]string{
		calendar.DayFirst: "2025-12-03", calendar.MonthFirst: "2025-03-12", calendar.OrderUnknown: "2025-03-12 2025-12-03 ?",
	} {
		if got := show(calendar.Resolve(tokens("3/12/25"), day(t, "2026-03-12"), order)); got != want {
			t.Errorf("order %d: %s, want %s", order, got, want)
		}
	}
	for jurisdiction, want := range map[string]calendar.Order{
		"US-MD": calendar.MonthFirst, "US": calendar.MonthFirst, "UK": calendar.DayFirst, "GB-SCT": calendar.DayFirst, "CA-ON": calendar.OrderUnknown,
		"": calendar.OrderUnknown, "U": calendar.OrderUnknown, "USA": calendar.OrderUnknown, "Utopia": calendar.OrderUnknown,
	} {
		if got := calendar.OrderOf(jurisdiction); got != want {
			t.Errorf("%q: order %d, want %d", jurisdiction, got, want)
		}
	}
	checkMeanings(t, calendar.DayFirst, []meaning{
		{"without a year", "3/12", "2025-12-03 ?"},
		{"it cannot be", "on 3/25", "2025-03-25 2026-03-25 ?"},
	})
}

func TestParts(t *testing.T) {
	t.Parallel()
	checkMeanings(t, calendar.OrderUnknown, []meaning{
		{"month and year", "March 2024", "2024-03-01..2024-03-31"},
		{"month and short year", "March '19", "2019-03-01..2019-03-31"},
		{"month and year in digits", "in 11/2023", "2023-11-01..2023-11-30"},
		{"quarter", "Q3 2023", "2023-07-01..2023-09-30"},
		{"season", "the winter of 2023", "2023-01-01..2024-02-29"},
		{"year", "2019", "2019-01-01..2019-12-31"},
		{"day and month", "3 March", "2026-03-03 ?"},
		{"soon", "25 March", "2025-03-25 2026-03-25 ?"},
		{"long ago in the year", "1 October", "2025-10-01 ?"},
		{"a leap day", "29 February", "2024-02-29 ?"},
		{"month", "in January", "2026-01-01..2026-01-31 ?"},
		{"this month", "in March", "2026-03-01..2026-03-31 ?"},
		{"next month", "till April", "2025-04-01..2025-04-30 2026-04-01..2026-04-30 ?"},
		{"last of its name", "last March", "2025-03-01..2025-03-31"},
		{"last of the year", "last January", "2026-01-01..2026-01-31"},
		{"a day of the month", "on the 14th", "2026-02-14 2026-03-14 ?"},
		{"a day of the month gone", "on the 9th", "2026-03-09 2026-04-09 ?"},
		{"today", "on the 12th", "2026-03-12 ?"},
		{"a day that some months lack", "on the 31st", "2026-01-31 2026-03-31 ?"},
		{"a day in words", "on the fourteenth", "2026-02-14 2026-03-14 ?"},
	})
}

func TestFeastDays(t *testing.T) {
	t.Parallel()
	checkMeanings(t, calendar.OrderUnknown, []meaning{
		{"Christmas Eve", "on Christmas Eve", "2025-12-24 ?"},
		{"Boxing Day", "Boxing Day", "2025-12-26 ?"},
		{"New Year", "New Year's Day", "2026-01-01 ?"},
		{"Easter", "since Easter", "2025-04-20 ?"},
		{"Good Friday, soon", "Good Friday", "2025-04-18 2026-04-03 ?"},
		{"Ash Wednesday", "Ash Wednesday", "2026-02-18 ?"},
		{"by the moon", "on Diwali night", ""},
	})
}

func TestRelativeDays(t *testing.T) {
	t.Parallel()
	checkMeanings(t, calendar.OrderUnknown, []meaning{
		{"today", "this morning", "2026-03-12"},
		{"the clock", "3am", "2026-03-12"},
		{"last night", "last night's", "2026-03-11..2026-03-12"},
		{"yesterday", "yday", "2026-03-11"},
		{"the day before", "the day before yesterday", "2026-03-10"},
		{"tomorrow", "2moro", "2026-03-13"},
		{"a weekday", "on Tuesday", "2026-03-10 2026-03-17 ?"},
		{"last weekday", "last Tues", "2026-03-10"},
		{"last, of the same name", "last Thursday", "2026-03-05"},
		{"today's name", "Thursday", "2026-03-12 2026-03-19 ?"},
		{"Fridays ago", "two Fridays ago", "2026-02-27"},
		{"this week", "this week", "2026-03-09..2026-03-15"},
		{"last week", "last week", "2026-03-02..2026-03-08"},
		{"last weekend", "last weekend", "2026-03-07..2026-03-08"},
		{"last month", "last month", "2026-02-01..2026-02-28"},
		{"last year", "last year", "2025-01-01..2025-12-31"},
		{"days ago", "3 days ago", "2026-03-09"},
		{"a couple", "a couple of days ago", "2026-03-10"},
		{"a few", "a few days ago", "2026-03-06..2026-03-10"},
		{"hours", "two hours ago", "2026-03-11..2026-03-12"},
		{"weeks", "2 weeks ago", "2026-02-23..2026-03-01"},
		{"years", "ten years ago", "2015-09-13..2016-09-13"},
		{"the course of care", "POD3", ""},
		{"no time", "in the car park", ""},
		{"a clock with a point", "06.12", ""},
		{"nothing", "", ""},
	})
}

// TestNeverEmptyNeverLater: whatever the words, on whatever day, no interval is empty and none of the past is yet to come.
func TestNeverEmptyNeverLater(t *testing.T) {
	t.Parallel()
	past := []string{
		"last Tues", "last Sunday", "two Fridays ago", "yesterday", "3 days ago", "a few weeks ago", "ten years ago", "last night", "last week", "last weekend",
		"last month", "last year", "last March", "last December", "since Easter", "since Christmas", "since March", "a month ago", "last Christmas",
	}
	other := []string{"3/12", "on the 31st", "29 February", "March", "Tuesday", "Good Friday", "tomorrow", "this weekend", "winter 2023", "12/12/12", "Q4 2025"}
	for at := day(t, "2023-12-20"); at < day(t, "2028-03-05"); at += 3 {
		for i, words := range append(past, other...) {
			m := calendar.Resolve(tokens(words), at, calendar.DayFirst)
			if len(m.Days) == 0 {
				t.Fatalf("%q on %s means nothing", words, format(at))
			}
			for _, d := range m.Days {
				if d.First > d.Last || d.Last-d.First > 731 || i < len(past) && d.Last > at {
					t.Fatalf("%q on %s means %s", words, format(at), show(m))
				}
			}
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"3/12/25", "the 3rd of March 2024", "two Fridays ago", "Q3 '23", "on the thirty-first", "last winter 2019", "99999999", "0/0/0", "29.2.2100"} {
		f.Add(s, int32(20524))
	}
	f.Fuzz(func(t *testing.T, s string, at int32) {
		if at < -60000 || at > 200000 {
			return
		}
		for _, order := range []calendar.Order{calendar.OrderUnknown, calendar.DayFirst, calendar.MonthFirst} {
			m := calendar.Resolve(tokens(s), calendar.Day(at), order)
			if len(m.Days) > 2 || len(m.Days) == 2 && m.Days[1].First < m.Days[0].First {
				t.Errorf("%d intervals: %s", len(m.Days), show(m))
			}
			for _, d := range m.Days {
				if d.First > d.Last {
					t.Errorf("an empty interval: %s", show(m))
				}
			}
		}
	})
}
