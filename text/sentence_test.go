package text_test

import (
	"fmt"
	"strings"
	"testing"

	"bedside/text"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"one", "a b", "a b"},
		{"marks", "He died. Why? No! So… ok", "He died.|Why?|No!|So…|ok"},
		{"runs of marks", "What?!! Yes... no", "What?!!|Yes...|no"},
		{"lower case", "so tired. my patient died. i cried.", "so tired.|my patient died.|i cried."},
		{"closing marks", `He said "I left." (So did I.) Then`, `He said "I left."|(So did I.)|Then`},
		{"question inside", `"Really?" she said. Ok`, `"Really?" she said.|Ok`},
		{"titles", "Dr. Smith met Mrs. Jones vs. Prof. X.", "Dr. Smith met Mrs. Jones vs. Prof. X."},
		{"saint", "St. Mary's. Next", "St. Mary's.|Next"},
		{"latin", "Drugs, e.g. aspirin, i.e. that one. Next", "Drugs, e.g. aspirin, i.e. that one.|Next"},
		{"hours", "At 5 p.m. he left at 6 a.m. The ward", "At 5 p.m. he left at 6 a.m.|The ward"},
		{"initials", "J. R. Smith saw U.S. Army and U.S. soldiers. The", "J. R. Smith saw U.S. Army and U.S. soldiers.|The"},
		{"short words", "34 yo. pt. with hx. of MI. approx. 5. Next", "34 yo. pt. with hx. of MI.|approx. 5.|Next"},
		{"number sign", "Room No. 5 is full. I said no. Really", "Room No. 5 is full.|I said no.|Really"},
		{"numbers", "He got 3.5 mg. Then 1,200.5. Ok", "He got 3.5 mg.|Then 1,200.5.|Ok"},
		{"list", "1. Wash hands\n2. Smile", "1. Wash hands|2. Smile"},
		{"missing space", "It is over.Then he left", "It is over.|Then he left"},
		{"no missing space", "node.js and U.S.A and x.Y", "node.js and U.S.A and x.Y"},
		{"line end", "first line\nSecond line", "first line|Second line"},
		{"line end before lower case", "first\nsecond line", "first\nsecond line"},
		{"blank line", "first\n\nsecond", "first|second"},
		{"blank line of spaces", "first\r\n \r\nsecond", "first|second"},
		{"lines first", "\n\nfirst", "first"},
		{"emoji after", "So sad. 😢😢 Next", "So sad. 😢😢|Next"},
		{"emoji alone", "😢", "😢"},
		{"tags at the end", "So sad. #sad #life", "So sad. #sad #life"},
		{"tags at the end of a line", "So sad. #sad 😢\nNext", "So sad. #sad 😢|Next"},
		{"tags that go on", "So sad. #patients are great.", "So sad.|#patients are great."},
		{"links", "Read bit.ly/x. Then www.a.org.", "Read bit.ly/x.|Then www.a.org."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range new(text.Parser).Parse(tt.text).Sentences {
				got = append(got, tt.text[s.Start:s.End])
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got  %q\nwant %q", strings.Join(got, "|"), tt.want)
			}
		})
	}
}

func TestQuestionsAndParagraphs(t *testing.T) {
	t.Parallel()
	d := new(text.Parser).Parse("Is it?! 😂 #q\nNo.\n\n\"Why?\"\nOk")
	var got []string
	for _, s := range d.Sentences {
		got = append(got, fmt.Sprintf("%d %v", s.Paragraph, s.Question))
	}
	if want := "0 true, 0 false, 1 true, 1 false"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestSentenceStart(t *testing.T) {
	t.Parallel()
	d := new(text.Parser).Parse(`Hi there. "You should go." 😂 #yes \n @jane left`)
	var got []string
	for _, tok := range d.Tokens {
		if tok.Flags.Has(text.SentenceStart) {
			got = append(got, tok.Form)
		}
	}
	if want := "hi you yes"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}
