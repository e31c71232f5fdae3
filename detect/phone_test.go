package detect_test

import "testing"

func TestTelephones(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"American", "215-555-0143 or 215.555.0143", "phone 215-555-0143; phone 215.555.0143"},
		{"in brackets", "(415)555-0143", "phone (415)555-0143"},
		{"in one", "2155550143", "phone 2155550143"},
		{"country code", "+44 20 7946 0958, 0044 7700 900123", "phone +44 20 7946 0958; phone 0044 7700 900123"},
		{"a nought to leave out", "+44 (0)20 7946 0958", "phone +44 (0)20 7946 0958"},
		{"British mobile", "07700 900123 or 07700900123", "phone 07700 900123; phone 07700900123"},
		{"London", "020 7946 0958", "phone 020 7946 0958"},
		{"New Zealand", "021 123 4567", "phone 021 123 4567"},
		{"Nigerian", "08031234567", "phone 08031234567"},
		{"Indian", "98765 43210, 9876543210", "phone 98765 43210; phone 9876543210"},
		{"extensions", "415-555-0143 x402, 415-555-0143 ext. 402", "phone 415-555-0143 x402; phone 415-555-0143 ext. 402"},
		{"extension close by", "(614)597-8403x69003", "phone (614)597-8403x69003"},
		{"local with a label", "Phone: 358 0594", "phone 358 0594"},
		{"label on the line before", "Mobile:\n737 219 628", "phone 737 219 628"},
		{"where somebody is reached", "he can be reached at 7489482611", "phone 7489482611"},
		{"label behind", "415-555-0143-Office, 358 0594 is my phone", "phone 415-555-0143; phone 358 0594"},
		{"fax", "fax: 555-0143", "phone 555-0143"},
		{"pager", "bleep 4471", "phone bleep 4471"},
		{"extension", "on ext 4471", "phone ext 4471"},
		{"over a line end", "call 415-555-\n0143", "phone 415-555; phone 0143"},
		{"other numbers beside it", "2 doses, 415-555-0143 2 pm", "phone 415-555-0143; recent 2 pm"},
	})
}

func TestNoTelephones(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"emergencies", "call 999 or 911, dial 112, text 741741", ""},
		{"help lines", "ring Samaritans on 116 123 or call 988", ""},
		{"lines that are free", "1-800-555-0199, 0800 555 0199, 1300 22 4636, 1800 737 732", ""},
		{"a line with letters", "call 1-800-273-TALK", ""},
		{"area code that is none", "1155550143", ""},
		{"counts behind a verb", "text 5000000 people, reached 1000000 views", ""},
		{"a phone", "Phone 15 Pro Max", ""},
		{"ranges and fields", "120 80 110 70, 10 400 3000", ""},
		{"an extension of a deadline", "extension 2025", "year 2025"},
	})
}
