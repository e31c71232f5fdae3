package text_test

import (
	"strings"
	"testing"

	"bedside/text"
)

// showWords prints forms, with a star after those that were bent.
func showWords(d *text.Document) string {
	var b strings.Builder
	for i, t := range d.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Form)
		if t.Flags.Has(text.Bent) {
			b.WriteByte('*')
		}
	}
	return b.String()
}

func TestBent(t *testing.T) {
	t.Parallel()
	p := text.Parser{Known: known(`patient bitch slut asshole hole damn fat fatty so cool good bed beds hot shot west idiot hello
		lesbian porn unit units i am usa aaa sam week a`)}
	tests := []struct{ name, text, want string }{
		{"digits", "p4tient b1tch p0rn", "patient* bitch* porn*"},
		{"digit first", "1diot 5hot 4west", "idiot* 5 hot 4 west"},
		{"one as l", "he11o 1esbian", "hello* lesbian*"},
		{"signs", "pat!ent $lut a$$hole d@mn f@t", "patient* slut* asshole* damn* fat*"},
		{"at an end", "b1tch! B1TCH. (b1tch)", "bitch* ! bitch* . ( bitch* )"},
		{"digits that belong there", "bed5 unit5 34yo 5am 5week h1n1 covid19 t2dm", "bed 5 unit 5 34 yo 5 am 5 week h 1 n 1 covid 19 t 2 dm"},
		{"unknown", "x4y$z", "x 4 y $ z"},
		{"repeats", "sooooo fattttt FATTTT coooool good", "so* fat* fat* cool* good"},
		{"repeats that are known", "aaa", "aaa"},
		{"repeats that are unknown", "hmmmmmm zzz", "hmmm zzz"},
		{"spaced", "f a t t y F.A.T. p-a-t-i-e-n-t f_a_t", "fatty* fat* . patient* fat*"},
		{"spaced after an article", "such a f a t t y cow", "such a fatty* cow"},
		{"spaced and another sign", "f a t t y p.a.t.i.e.n.t", "fatty* patient*"},
		{"spaced and unknown", "x y z q", "x y z q"},
		{"two letters are too few", "s o", "s o"},
		{"masked", "f*t f**k", "f*t f**k"},
		{"invisible", "pa\u200bti\u200dent", "patient*"},
		{"soft hyphen", "pa\u00adtient", "patient"},
		{"foreign letters", "раtiеnt", "patient*"},
		{"handles stay", "@fattttt @p4tient", "fattttt p4tient"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := showWords(p.Parse(tt.text)); got != tt.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestBentSpans checks that an undone spelling covers all of what was written.
func TestBentSpans(t *testing.T) {
	t.Parallel()
	p := text.Parser{Known: known("fatty patient")}
	s := "a f a t t y p4tient!"
	var got []string
	for _, tok := range p.Parse(s).Tokens {
		got = append(got, s[tok.Start:tok.End])
	}
	if want := "a|f a t t y|p4tient|!"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

func TestHashtags(t *testing.T) {
	t.Parallel()
	p := text.Parser{Known: known("worst patient ever room nights micu rn life i love my job so tired nurse med med twitter a day")}
	tests := []struct{ name, text, want string }{
		{"camel", "#RoomTwelve", "room twelve"},
		{"digits", "#unc4west", "unc 4 west"},
		{"capitals before", "#MICUnights #ICUNurse #RNlife", "micu nights icu nurse rn life"},
		{"one capital letter", "#ILoveMyJob", "i love my job"},
		{"one case", "#worstpatientever", "worst patient ever"},
		{"upper case", "#WORSTPATIENTEVER", "worst patient ever"},
		{"one case in a camel", "#WorstpatientEver", "worst patient ever"},
		{"few words", "#medtwitter", "med twitter"},
		{"unknown", "#zzqq #worstzzqq", "zzqq worstzzqq"},
		{"underscores", "#room_12_West", "room 12 west"},
		{"repeats", "#soooo", "so*"},
		{"accents", "#JoséLife", "jose life"},
		{"one after the other", "#room#nurse", "room nurse"},
		{"no tag", "#1 C# # #_", "# 1 c # # # _"},
		{"too long", "#" + strings.Repeat("worst", 9), strings.Repeat("worst", 9)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := showWords(p.Parse(tt.text)); got != tt.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestHashtagSpans(t *testing.T) {
	t.Parallel()
	p := text.Parser{Known: known("worst patient ever")}
	d := p.Parse("see #WORSTpatientever.")
	want := []text.Token{
		{Start: 0, End: 3}, {Start: 5, End: 10}, {Start: 10, End: 17}, {Start: 17, End: 21}, {Start: 21, End: 22},
	}
	if len(d.Tokens) != len(want) {
		t.Fatalf("got %s", show(d))
	}
	for i, tok := range d.Tokens {
		if tok.Start != want[i].Start || tok.End != want[i].End {
			t.Errorf("token %d is [%d, %d), want [%d, %d)", i, tok.Start, tok.End, want[i].Start, want[i].End)
		}
		if inTag := i > 0 && i < 4; tok.Flags.Has(text.InTag) != inTag {
			t.Errorf("token %d: in a tag is %v", i, !inTag)
		}
	}
}
