package detect_test

import (
	"strings"
	"testing"
)

func TestAges(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"glued", "a 34yo cried", "age 34yo"},
		{"apart", "34 yo cried", "age 34 yo"},
		{"with sex", "34yo F cried", "age 34yo; sex F"},
		{"sex glued on", "34yof and 34yom", "age 34yof; age 34yom"},
		{"hyphens", "a 34-year-old", "age 34-year-old"},
		{"several", "two 34 year olds", "age 34 year olds"},
		{"abbreviated", "34-yr-old, 5 yrs old", "age 34-yr-old; age 5 yrs old"},
		{"of age", "34 years of age", "age 34 years of age"},
		{"one letter", "34y F, 34y", "age 34y; sex F; age 34y"},
		{"in words", "a thirty-four-year-old", "age thirty-four-year-old"},
		{"in one word", "a nineteen year old", "age nineteen year old"},
		{"aged", "aged 34, aged thirty four", "age aged 34; age aged thirty four"},
		{"age of", "at the age of 34", "age age of 34"},
		{"capital sex", "Our 34F cried", "age 34; sex F"},
		{"capital sex apart", "Saw a 34 M", "age 34; sex M"},
		{"small sex glued", "a 34f cried", "age 34; sex f"},
		{"months", "an 8mo old, an 18 month old", "age 8mo old; age 18 month old"},
		{"weeks, days, hours", "6 weeks old, a 3-day-old, 4 hours old", "age 6 weeks old; age 3-day-old; age 4 hours old"},
		{"weeker", "a 28 weeker", "age 28 weeker"},
		{"decade", "a lady in her 80s", "age in her 80s"},
		{"decade in words", "in their early thirties", "age in their early thirties"},
		{"birthday", "on her 21st birthday", "age 21st birthday"},
		{"turned", "he turned 71", "age turned 71"},
		{"newspaper", "a retired captain, 71, asked", "age 71"},
		{"newspaper at the end", "a retired captain, 71.", "age 71"},
		{"octogenarian", "an octogenarian", "age octogenarian"},
		{"years young", "seventy-four years young", "age seventy-four years young"},
		{"decimals", "2.5 yo, 2½ year old, a three and a half year old", "age 2.5 yo; age 2½ year old; age three and a half year old"},
		{"life", "DOL 6, DOL#2, day of life 4, 6 hours of life, at 6 weeks of age", "age DOL 6; age DOL#2; age day of life 4; age 6 hours of life; age 6 weeks of age"},
		{"British notes", "an 8/12 old boy, a 3/52 old, 18/12 girl, 6/7 old", "age 8/12 old; age 3/52 old; age 18/12 girl; age 6/7 old"},
		{"years and months", "2yr 4mo boy, 3 y 2 m girl", "age 2yr 4mo; age 3 y 2 m"},
		{"sex apart", "34yr F, 34 Y M", "age 34yr; sex F; age 34 Y; sex M"},
		{"born at", "born at 26 weeks, delivered at 34 wks", "age 26 weeks; age 34 wks"},
		{"weeks and days", "6 weeks 4 days old", "age 6 weeks 4 days old"},
		{"an ex-weeker", "an ex-26-weeker", "age 26-weeker"},
		{"letter first", "F34 with chest pain, M72 presents", "sex F; age 34; sex M; age 72"},
		{"slash and brackets", "34/F, a 40 (M)", "age 34; sex F; age 40; sex M"},
		{"a child by letter", "8M with croup, my 9m", "age 8; sex M; age 9; sex m"},
		{"bare decade", "a lady, late 80s, early thirties male", "age late 80s; age early thirties"},
		{"teens", "a boy in his teens", "age in his teens"},
		{"turned", "she turned six. My brother just turned 47", "age turned six; age turned 47"},
		{"birthday in words", "his eighty-fourth birthday, her tenth birthday", "age eighty-fourth birthday; age tenth birthday"},
		{"something", "a fifty-something man", "age fifty-something"},
		{"predicate", "She is 34. He was only fifteen, a boy", "age 34; age fifteen"},
	})
}

// TestAgesOver89 checks the border of 45 CFR 164.514(b)(2)(i)(C): 90 and more are identifiers.
func TestAgesOver89(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"89", "a 89yo", "age 89yo"},
		{"90", "a 90yo", "age_over_89 90yo"},
		{"with sex", "92F in tears", "age_over_89 92; sex F"},
		{"hyphens", "a 104-year-old", "age_over_89 104-year-old"},
		{"decade", "in his late nineties", "age_over_89 in his late nineties"},
		{"eighties", "in his eighties", "age in his eighties"},
		{"birthday", "her 103rd birthday", "age_over_89 103rd birthday"},
		{"turned", "who turns 101", "age_over_89 turns 101"},
		{"in words", "ninety-four years young, a hundred and two year old", "age_over_89 ninety-four years young; age_over_89 hundred and two year old"},
		{"hundredth", "her hundredth birthday, his ninetieth birthday, her ninety-second birthday", "age_over_89 hundredth birthday; age_over_89 ninetieth birthday; age_over_89 ninety-second birthday"},
		{"pushing", "she's pushing 100, pushing 95 and cross", "age_over_89 pushing 100; age_over_89 pushing 95"},
		{"nearly", "he's nearly 100, who is almost ninety-five.", "age_over_89 nearly 100; age_over_89 almost ninety-five"},
		{"pushing ninety", "he's pushing ninety.", "age pushing ninety"},
		{"something", "a ninety-something lady", "age_over_89 ninety-something"},
		{"turned last week", "turned 91 last week, turning a hundred", "age_over_89 turned 91; age_over_89 turning a hundred"},
		{"centenarian", "a centenarian, a nonagenarian", "age_over_89 centenarian; age_over_89 nonagenarian"},
	})
}

func TestNoAges(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"a span of time", "10 years ago, 3 months, 5 year plan", ""},
		{"experience", "34 years in nursing", ""},
		{"too old", "a 121 year old", ""},
		{"a size", "bra size 34F", ""},
		{"a temperature", "34F outside", ""},
		{"followers", "12M followers", ""},
		{"a small letter apart", "34 f", ""},
		{"a bare letter", "34 y", ""},
		{"another decade", "music of the 80s", ""},
		{"a list of numbers", "rows, 71, 72 and 73", ""},
		{"a limit", "aged 40 and over, aged 65 plus", ""},
		{"a young birthday of somebody", "just turned 40", ""},
		{"a ratio", "34/40", ""},
		{"a predicate that goes on", "he is 34 years into this, it is 34", ""},
		{"a road and a plane", "J10 M6, 9 M-MRO, the M25 with queues, F1 doctor", ""},
		{"metres and millions", "5m, 1m bonus, 8M streams", ""},
		{"a yo that calls", "level 34: yo listen", ""},
		{"a duration", "3/52 of fever, 2/12 ago, for 6/7, 8/12", ""},
		{"weeks of something", "at 26 weeks, off at 34 weeks pregnant", ""},
		{"years and months of work", "2 years 4 months in", ""},
		{"a sum", "donated 50M through a fund, paid 34M to them", ""},
		{"a limit of age", "under the age of 50, over age 65, age 18-25", ""},
		{"a century", "late 80s music, the late 80s lady", ""},
		{"nearly a number", "nearly 100 today, it's almost 95.", ""},
		{"a speed", "pushing 100 mph, pushing 70 patients", ""},
		{"who turns is not said", "turned 5 beds, turned 30 away", ""},
		{"a count", "three and a half hours, 2.5 mg", ""},
		{"a distance", "ran 34 F, feels like 34F", ""},
	})
}

// TestNumbersInWords reads every number from one to ninety-nine.
func TestNumbersInWords(t *testing.T) {
	t.Parallel()
	units := strings.Fields("one two three four five six seven eight nine")
	words := append(units, strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")...)
	for ten := range strings.FieldsSeq("twenty thirty forty fifty sixty seventy eighty ninety") {
		words = append(words, ten)
		for _, unit := range units {
			words = append(words, ten+" "+unit)
		}
	}
	for i, word := range words {
		want := "age aged " + word
		if i >= 89 {
			want = "age_over_89 aged " + word
		}
		if got := show(scanners(), "aged "+word); got != want {
			t.Errorf("%d: got %q, want %q", i+1, got, want)
		}
	}
}
