package detect_test

import "testing"

func TestDates(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"slashes", "on 12/03/2024", "date 12/03/2024"},
		{"two-digit year", "03/12/24", "date 03/12/24"},
		{"dots", "3.12.24", "date 3.12.24"},
		{"year first", "2024/03/12 and 2024-03-12", "date 2024/03/12; date 2024-03-12"},
		{"day and month", "3 March, 12 Sept", "date 3 March; date 12 Sept"},
		{"ordinal", "the 3rd of May", "date 3rd of May"},
		{"month and day", "March 3, July 4th", "date March 3; date July 4th"},
		{"month behind in", "in March, since Dec", "date March; date Dec"},
		{"weekday", "Tuesday was long", "date Tuesday"},
		{"weekday led", "on Tuesday, last Tues night", "date on Tuesday; date last Tues night"},
		{"part of a day", "Saturday morning", "date Saturday morning"},
		{"short weekday", "seen fri", "date fri"},
		{"feast", "Christmas Eve, xmas day, Boxing Day", "date Christmas Eve; date xmas day; date Boxing Day"},
		{"feast of one word", "at Thanksgiving, halloween", "date Thanksgiving; date halloween"},
		{"new year", "New Years Eve", "date New Years Eve"},
	})
}

func TestYearsAndClocks(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"a year", "back in 2019", "year 2019"},
		{"an old year", "in 1849", "year 1849"},
		{"a bare year", "spring 2018 was", "year 2018"},
		{"a clock", "at 3pm, at 3:45 pm", "recent 3pm; recent 3:45 pm"},
	})
}

func TestNoDates(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"no such month", "13/13/2024", ""},
		{"a pressure", "120/80 and 24/7", ""},
		{"a version", "release 3.1.4", ""},
		{"months that are words", "they may 3 times march on 3", ""},
		{"a small may", "3 may", ""},
		{"days of habit", "Mondays, every Friday, Happy Friday", ""},
		{"days to come", "next Friday", ""},
		{"days that are words", "sat in the sun", ""},
		{"a bare month", "December again", ""},
		{"a bare feast", "Christmas is near", ""},
		{"an ordinal", "the 21st century, 3rd degree, 1st of the month", ""},
		{"a number of people", "1999 followers, 2019 hours", ""},
		{"a bare old number", "1849 steps, 2036 steps", ""},
		{"an hour that is none", "13 pm", ""},
		{"32 days", "32 March", ""},
	})
}
