package detect_test

import (
	"os"
	"testing"

	"bedside/detect"
)

// timeList is a detector with the small tables and the list of times and ages.
func timeList(t *testing.T) *detect.Detector {
	t.Helper()
	list, err := os.ReadFile("../tables/concepts/time.txt")
	if err != nil {
		t.Fatal(err)
	}
	return withList(t, string(list))
}

func TestDatesInDigits(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"slashes", "on 12/03/2024", "date 12/03/2024"},
		{"two-digit year", "03/12/24", "date 03/12/24"},
		{"dots", "3.12.24, 3.12.2024", "date 3.12.24; date 3.12.2024"},
		{"year first", "2024/03/12 and 2024-03-12", "date 2024/03/12; date 2024-03-12"},
		{"hyphens", "12-03-24, 3-12-2024", "date 12-03-24; date 3-12-2024"},
		{"with a time", "12/03/24 14:30 and 2024-03-12 02:15:09", "date 12/03/24 14:30; date 2024-03-12 02:15:09"},
		{"with a time of half a day", "12/03/24 2:30 pm", "date 12/03/24 2:30 pm"},
		{"day and month led", "seen on 3/12, since 12/3, dob 3/4", "date 3/12; date 12/3; date 3/4"},
		{"day and month behind a weekday", "Tues 3/12", "date Tues; date 3/12"},
		{"file name", "IMG_20240312.jpg, scan-20240312, taken 20240312", "date 20240312; date 20240312; date 20240312"},
	})
}

func TestNoDatesInDigits(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"no such month", "13/13/2024, 13-13-24", ""},
		{"a pressure", "120/80 and 24/7, on 24/7, 50/50", ""},
		{"a version", "release 3.1.4", ""},
		{"a score", "7/10 pain, 12/10 would recommend, scored 3/4", ""},
		{"a score behind on", "on 7/10 pain, on 1/2 tablet", ""},
		{"a duration", "3/7 of calf pain, for 4/52, 2/12 ago", ""},
		{"an event", "on 9/11", ""},
		{"a fraction", "by 1/3, 1 in 5", ""},
		{"a bare number of eight digits", "chart 20240312 and 20241312", ""},
		{"digits that go on", "12-03-24-55", ""},
		{"a range", "2-3 min", ""},
	})
}

func TestDatesByMonth(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"day and month", "3 March, 12 Sept", "date 3 March; date 12 Sept"},
		{"ordinal", "the 3rd of May, 22nd june", "date 3rd of May; date 22nd june"},
		{"month and day", "March 3, July 4th, Mar. 3rd", "date March 3; date July 4th; date Mar. 3rd"},
		{"with a year", "March 3, 2024; 3 March 2024; Jan 20th 2023", "date March 3, 2024; date 3 March 2024; date Jan 20th 2023"},
		{"with two digits of a year", "Mar 12th '24, Aug 10, '23, 12-Mar-24", "date Mar 12th '24; date Aug 10, '23; date 12-Mar-24"},
		{"hyphens", "17-Feb-2023", "date 17-Feb-2023"},
		{"month and year", "March 2024, march '19, in may 2021", "date March 2024; date march '19; date may 2021"},
		{"in words", "the third of March, March the third, on June the twenty-second", "date third of March; date March the third; date June the twenty-second"},
		{"in two words", "the twenty-second of June", "date twenty-second of June"},
		{"from one to another", "12th-14th March, 3-5 March", "date 12th-14th March; date 3-5 March"},
		{"with a time", "March 3rd 16:20", "date March 3rd 16:20"},
		{"behind in", "in March, since Dec, till Feb, in march", "date March; date Dec; date Feb; date march"},
		{"part of a month", "early June, mid-April, the end of March", "date June; date April; date March"},
		{"season", "summer 2019, in the winter of 2023, spring '21", "date summer 2019; date winter of 2023; date spring '21"},
		{"quarter", "Q3 2023", "date Q3 2023"},
		{"month and year in digits", "in 11/2023, since 8/2023", "date 11/2023; date 8/2023"},
		{"small letters with a day", "may 4th, jan 5th", "date may 4th; date jan 5th"},
	})
}

func TestNoDatesByMonth(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"months that are words", "they may 3 times march on 3", ""},
		{"a small may", "3 may", ""},
		{"a march", "March for health, the march", ""},
		{"a bare month", "December again", ""},
		{"a name", "Jan said, by Jan, with April", ""},
		{"the modal", "this may help, last may be", ""},
		{"a count behind a month", "In all of May 3 patients, June 5 times", ""},
		{"32 days", "32 March", ""},
		{"a season", "this summer, spring clean, fall asleep", ""},
		{"a bare quarter", "Q3 is over, IQ3 2023", "year 2023"},
		{"a degree", "oxygen dec 3 to 2", ""},
	})
}

func TestDayOfThisMonth(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"at the end", "I start on the 14th", "date on the 14th"},
		{"before a pause", "She died on the 3rd, at home", "date on the 3rd"},
		{"before a word that is not counted", "on the 14th at noon, since the 9th and", "date on the 14th; date since the 9th"},
		{"a night of it", "the night of the 14th, the weekend of the 3rd", "date of the 14th; date of the 3rd"},
		{"in words", "gone on the fourteenth, on the twenty-second.", "date on the fourteenth; date on the twenty-second"},
		{"a floor", "on the 4th floor, by the 3rd patient, on the 14th hole", ""},
		{"not led", "the 3rd, a 4th", ""},
		{"small ordinals in words", "on the first, on the second.", ""},
		{"a century", "the 21st century, 3rd degree, 1st of the month", ""},
	})
}

func TestWeekdays(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"bare", "Tuesday was long", "date Tuesday"},
		{"led", "on Tuesday, last Tues night", "date on Tuesday; date last Tues night"},
		{"of the past", "this past Friday", "date this past Friday"},
		{"part of a day", "Saturday morning, thurs eve", "date Saturday morning; date thurs eve"},
		{"short", "seen fri", "date fri"},
		{"short in capitals", "booked for Mon and Wed", "date Mon; date Wed"},
		{"Sunday in short", "on Sun, Sun night, Sun 3rd", "date on Sun; date Sun night; date Sun"},
		{"ago", "two Fridays ago, a couple Mondays back", "date two Fridays ago; date couple Mondays back"},
		{"of habit", "Mondays, every Friday, every other Tuesday, Happy Friday", ""},
		{"to come", "next Friday", ""},
		{"a date on a Friday", "Friday 13 November", "date Friday; date 13 November"},
		{"one of them", "on a Tuesday, it was a Tuesday", "date Tuesday; date Tuesday"},
		{"any of them", "you owe me a Tuesday, never met a Sunday", ""},
		{"a timetable", "Mon-Fri, Mon to Fri, every Tuesday and Thursday", ""},
		{"words", "sat in the sun", ""},
		{"words in capitals", "Sat in the car. The Sun rose. Sun 7w / m2", ""},
		{"meals and papers", "Sunday roast, the Sunday Times, Sunday brunch, Black Friday, Taco Tuesday", ""},
		{"no number of weeks", "Fridays ago", ""},
	})
}

func TestFeasts(t *testing.T) {
	t.Parallel()
	checkFound(t, timeList(t), []found{
		{"with a day", "Christmas Eve, xmas day, Boxing Day", "date Christmas Eve; date xmas day; date Boxing Day"},
		{"led", "since Easter, at Thanksgiving, on Christmas Eve", "date since Easter; date at Thanksgiving; date on Christmas Eve"},
		{"of one word", "Thanksgiving, Halloween, hogmanay", "date Thanksgiving; date Halloween; date hogmanay"},
		{"new year", "New Years Eve, New Year's Day", "date New Years Eve; date New Year's Day"},
		{"of many lands", "on Eid, Diwali night, before Passover, since Nowruz, on Waitangi Day, over Chinese New Year", "date on Eid; date Diwali night; date before Passover; date since Nowruz; date on Waitangi Day; date over Chinese New Year"},
		{"of saints", "St Stephen's Day, on St Patrick's Day", "date St Stephen's Day; date on St Patrick's Day"},
		{"movable", "on Good Friday, Ash Wednesday", "date Good Friday; date Ash Wednesday"},
		{"bank holiday", "over the bank holiday, on bank holiday Monday", "date over the bank holiday; date on bank holiday Monday"},
		{"a day that the town knows", "during the blizzard, the night of the power cut, the day of the cup final", "date during the blizzard; date the night of the power cut; date the day of the cup final"},
		{"a bare season", "Christmas is near, Ramadan week", ""},
		{"a wish", "Happy Thanksgiving, Happy Diwali, merry Christmas", ""},
		{"a party", "at Christmas dinner, the Halloween party, since Christmas lunch", ""},
		{"of every year", "every Christmas Eve", ""},
		{"a day of somebody's", "born the day of the funeral, died the night before her birthday", "date born the day of; date died the night before"},
		{"of this month", "the 14th of this month", "date the 14th of this month"},
		{"of any month", "the 1st of the month", ""},
		{"a storm in words", "during the long meeting, the night of my life", ""},
	})
}

func TestYears(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"led", "back in 2019, in 1849, born 1931", "year 2019; year 1849; year 1931"},
		{"bare", "the class was 2018 was", "year 2018"},
		{"a number of people", "1999 followers, 2019 hours", ""},
		{"a bare old number", "1849 steps, 2036 steps", ""},
	})
}

func TestClocks(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"half a day", "at 3pm, at 3:45 pm, 7.45am", "recent 3pm; recent 3:45 pm; recent 7.45am"},
		{"in words", "at ten am, ten pm, three o'clock", "recent ten am; recent ten pm; recent three o'clock"},
		{"led", "at 16:20, since 07:15, by 9.40", "recent 16:20; recent 07:15; recent 9.40"},
		{"before a day", "06.12 this morning, 02:17 Saturday", "recent 06.12; recent 02:17; date Saturday"},
		{"at the start", "07:42. We knew", "recent 07:42"},
		{"behind a sign", "@ 0400, @14:30", "recent 0400; recent 14:30"},
		{"notes", "0400: called", "recent 0400"},
		{"of four digits", "at 0510, 0340 hrs, until 1530", "recent at 0510; recent 0340 hrs; recent until 1530"},
		{"an hour that is none", "13 pm, 25:00, at 7:75", ""},
		{"a ratio, a verse, a race", "1:100, John 3:16, ran it in 23:45", ""},
		{"values", "K of 6.90, pH was 7.35, sugar at 7.10", ""},
		{"measures", "at 3.75 kg, by 2.50 percent", ""},
		{"prices", "at £3.50, $17.40 an hour", ""},
		{"a year", "by 2019, since 1988", "year 2019; year 1988"},
	})
}

func TestClocksInWords(t *testing.T) {
	t.Parallel()
	checkFound(t, timeList(t), []found{
		{"past", "at ten past four, half past six", "recent ten past four; recent half past six"},
		{"to", "it was ten to seven, five to nine this morning", "recent was ten to seven; recent five to nine this"},
		{"half three", "about half three, half four this morning", "recent about half three; recent half four this morning"},
		{"a range", "five to ten patients, half seven and half", ""},
	})
}

func TestAgo(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"parts of a day", "10 min ago, forty five minutes ago, an hour ago", "recent 10 min ago; recent forty five minutes ago; recent an hour ago"},
		{"in letters", "2h ago, 10d ago, 1w ago", "recent 2h ago; recent 10d ago; recent 1w ago"},
		{"days", "two nights back, a few days ago, a couple of days ago", "recent two nights back; recent few days ago; recent couple of days ago"},
		{"a fortnight", "2 weeks ago, 14 days ago", "recent 2 weeks ago; recent 14 days ago"},
		{"longer ago", "three weeks ago, 15 days ago, 2 months ago, 10 years ago", ""},
		{"no span", "not long ago, I went back, weeks back", ""},
	})
}

func TestCourseDays(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"shorthand", "POD3, POD#2, POD 4, pod1", "recent POD3; recent POD#2; recent POD 4; recent pod1"},
		{"in hospital", "HD 2 and well, HD#4", "recent HD 2; recent HD#4"},
		{"a screen", "in HD 2 hours long, hd 2", ""},
		{"after an operation", "post-op day 4", "recent post-op day 4"},
		{"a part of a ward", "in pod 3, a pod of 4 whales", "room pod 3"},
	})
}

func TestTextedTimes(t *testing.T) {
	t.Parallel()
	checkFound(t, timeList(t), []found{
		{"days", "yday, 2moro, tonite, ystdy", "recent yday => recently; recent 2moro => recently; recent tonite => recently; recent ystdy => recently"},
		{"weeks", "on nights this wk", "recent on nights this wk"},
		{"a registered nurse", "my RN at 33, New grad RN", ""},
		{"a day of years ago", "ten years ago today", "past ten years ago"},
		{"a machine for money", "at the atm", ""},
		{"a greeting", "Good morning all", ""},
	})
}
