package detect_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/text"
)

// everyItem is a list with every item of the language, and sections on three levels.
const everyItem = `[drug]
aspirin
low dose aspirin => a painkiller
! no aspirin
[advice.dose]
(take|swallow)? <drug> ..2 <number>
^ you should $
[care.act]
intubate+ (a|the)? <word> =OR
<cap> code (<handle>|<link>)
lol $
[advice.directive]
<advice.dose> now
`

// sampleTexts meet every scanner and every pattern of everyItem.
func sampleTexts() []string {
	return []string{
		"", " \n", "take aspirin now 300 now. No aspirin. low dose aspirin 81 now", "You should. Intubated the girl OR nurse lol",
		"Blue code @drjane, Red code https://x.org", "Mrs Alvarez, 34yo F, bed 4, MRN 0034512, in Larkbridge on Tuesday at Zebrahall",
		"92F of 14 Elm Street SW1A 1AA called +44 20 7946 0958 #RoomTwelve #aspirin 😀", "cаme “in”\u200b p4tient f a t a l",
		"a\xffb \xc3\x28", strings.Repeat("take aspirin ", 20),
	}
}

func TestStoreAndLoad(t *testing.T) {
	t.Parallel()
	d := withList(t, everyItem)
	stored := d.Store()
	loaded, err := detect.Load(stored)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sampleTexts() {
		if got, want := mentions(loaded, s), mentions(d, s); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %v\nwant %v", s, got, want)
		}
	}
	if !bytes.Equal(loaded.Store(), stored) {
		t.Error("stored again, it is not the same")
	}
	if !bytes.Equal(withList(t, everyItem).Store(), stored) {
		t.Error("compiled and stored again, it is not the same")
	}
	if got, want := loaded.Sizes(), d.Sizes(); got != want {
		t.Errorf("sizes %s, want %s", got, want)
	}
	for _, w := range []string{"aspirin", "intubating", "grace", "tom", "zzz"} {
		if loaded.Known(w) != d.Known(w) {
			t.Errorf("loaded, it knows %q: %v", w, loaded.Known(w))
		}
	}
}

// TestManyWords: a list may be far larger than those of the other tests, and is found again word by word.
func TestManyWords(t *testing.T) {
	t.Parallel()
	var list strings.Builder
	list.WriteString("[condition]\n")
	for i := range 3000 {
		fmt.Fprintf(&list, "%s fever\n", wordOf(i))
	}
	d := withList(t, list.String())
	loaded, err := detect.Load(d.Store())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3000 {
		s := wordOf(i) + " fever"
		if got := show(d, s); got != "condition "+s {
			t.Fatalf("%q: %s", s, got)
		}
		if got := show(loaded, s); got != "condition "+s {
			t.Fatalf("%q, loaded: %s", s, got)
		}
	}
	if got := show(d, wordOf(3000)+" fever"); got != "" {
		t.Errorf("got %s", got)
	}
}

// wordOf makes a word of its own of every number.
func wordOf(n int) string {
	s := "x"
	for ; n > 0; n /= 20 {
		s += string("bcdfghjklmnpqrstvwxz"[n%20])
	}
	return s + "o"
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	stored := scanners().Store()
	tests := []struct {
		name  string
		bytes []byte
	}{
		{"nothing", nil},
		{"another file", []byte("bedside")},
		{"more than was stored", append(bytes.Clone(stored), 0)},
		{"another version", bytes.Replace(stored, []byte("detector 5"), []byte("detector 1"), 1)},
		{"another vocabulary of facts", flipped(stored, 20)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if _, err := detect.Load(tt.bytes); err == nil {
				t.Error("it was loaded")
			}
		})
	}
}

func flipped(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 1
	return b
}

func TestLoadTruncated(t *testing.T) {
	t.Parallel()
	stored := withList(t, everyItem).Store()
	for n := range stored {
		if _, err := detect.Load(stored[:n]); err == nil {
			t.Fatalf("%d of %d bytes were loaded", n, len(stored))
		}
	}
}

// TestLoadFlipped: whatever a changed byte makes of a stored detector, it is refused or it detects without a panic.
func TestLoadFlipped(t *testing.T) {
	t.Parallel()
	stored := withList(t, everyItem).Store()
	random := rand.New(rand.NewPCG(1, 2))
	for at := range stored {
		changed := bytes.Clone(stored)
		changed[at] = byte(random.Uint32())
		loadAndDetect(t, changed, at)
	}
}

// loadAndDetect uses what loads. It says which byte was changed when that panics.
func loadAndDetect(t *testing.T, stored []byte, at int) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("byte %d: %v", at, p)
		}
	}()
	d, err := detect.Load(stored)
	if err != nil {
		return
	}
	for _, s := range sampleTexts() {
		p := text.Parser{Known: d.Known}
		d.Detect(p.Parse(s), bedside.PartText, 0, 0)
	}
}
