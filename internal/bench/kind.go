package bench

import (
	"slices"
	"strings"
	"unicode"

	"bedside"
	"bedside/internal/eval/spans"
)

// kinds tells what the types of the peers mean in our words. A type that is not here is an identifier of a kind without a
// name of its own: numbers, keys, whatever its peer hides.
func kinds() map[string]bedside.FactKind {
	return map[string]bedside.FactKind{
		// Presidio
		"PERSON": bedside.FactName, "LOCATION": bedside.FactPlace, "ORGANIZATION": bedside.FactInstitution, "DATE_TIME": bedside.FactDate,
		"NRP": bedside.FactEthnicity, "AGE": bedside.FactAge, "EMAIL_ADDRESS": bedside.FactEmail, "PHONE_NUMBER": bedside.FactPhone, "URL": bedside.FactLink,
		"IP_ADDRESS": bedside.FactIPAddress,
		// philter-lite: nearly everything is OTHER
		"Name": bedside.FactName, "DATE": bedside.FactDate, "Age": bedside.FactAge, "Email": bedside.FactEmail,
		// scrubadub
		"name": bedside.FactName, "email": bedside.FactEmail, "phone": bedside.FactPhone, "url": bedside.FactLink, "twitter": bedside.FactHandle,
		"date_of_birth": bedside.FactDate,
		// compromise
		"PLACE": bedside.FactPlace, "EMAIL": bedside.FactEmail, "PHONE": bedside.FactPhone, "HANDLE": bedside.FactHandle,
		// redact-pii
		"NAME": bedside.FactName,
	}
}

// mentions turns what a peer found in a text into mentions of ours, so that the same rules count them.
func mentions(text string, finds []spans.Span, countries func(string) bool) []bedside.MentionOut {
	known := kinds()
	var out []bedside.MentionOut
	for _, f := range finds {
		kind, ok := known[f.Type]
		if !ok {
			kind = bedside.FactRecordNumber
		}
		m := bedside.MentionOut{Type: kind.String(), Class: kind.Info().Class, Start: f.Start, End: f.End}
		switch words := text[f.Start:f.End]; {
		case countries(words):
			m.Type, m.Class = spans.Country, bedside.Quasi
		case toldAge(words) && spans.Over89(words):
			m.Type, m.Class = bedside.FactAgeOver89.String(), bedside.Identifier
		case toldAge(words): // held against nobody
			m.Type, m.Class = bedside.FactAge.String(), bedside.Quasi
		case spans.YearAlone(words):
			m.Type, m.Class = bedside.FactYear.String(), bedside.Quasi
		case kind == bedside.FactDate && relative(words):
			m.Type, m.Class = bedside.FactRecent.String(), bedside.Quasi
		}
		out = append(out, m)
	}
	return out
}

// toldAge reports whether words say that they tell an age.
func toldAge(words string) bool {
	return slices.ContainsFunc(wordsOf(words), func(w string) bool {
		return slices.Contains([]string{"old", "yo", "y", "yr", "aged", "age"}, w)
	})
}

// relative reports whether words tell a time that only who knows the day of posting can tell, or a length of time.
func relative(words string) bool {
	fields := wordsOf(words)
	if slices.ContainsFunc(fields, func(w string) bool { return slices.Contains(calendarWords(), w) }) {
		return false
	}
	unit := slices.ContainsFunc(fields, func(w string) bool {
		return slices.Contains(unitWords(), strings.TrimSuffix(w, "s"))
	})
	return unit || !strings.ContainsFunc(words, unicode.IsDigit)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

func calendarWords() []string {
	return []string{
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
		"christmas", "easter", "thanksgiving", "halloween", "eid", "diwali", "hanukkah", "passover", "ramadan", "new",
	}
}

func unitWords() []string {
	return []string{"second", "minute", "min", "hour", "hr", "h", "day", "week", "wk", "month", "year", "yr", "decade", "night", "morning", "evening", "afternoon", "daily", "weekly"}
}
