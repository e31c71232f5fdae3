package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// font says what the codes of a text mean, and how wide they are.
type font struct {
	two      bool // codes have two bytes
	meaning  map[int]string
	widths   map[int]float64 // in thousandths of the size
	width    float64         // of all others
	readable bool            // what codes mean is known at all
}

// maxCodes is how many codes of a font are read.
const maxCodes = 70_000

// font reads a font.
func (f *file) font(o any) *font {
	d := f.dict(o)
	out := &font{meaning: map[int]string{}, widths: map[int]float64{}, width: 500, readable: true}
	if f.name(d["Subtype"]) == "Type0" {
		out.two, out.width, out.readable = true, 1000, false
		if inner := f.array(d["DescendantFonts"]); len(inner) > 0 {
			f.wideWidths(out, f.dict(inner[0]))
		}
	} else {
		out.encode(f, d["Encoding"])
		start := int(f.number(d["FirstChar"]))
		for i, w := range f.array(d["Widths"]) {
			if i < 256 {
				out.widths[start+i] = f.number(w)
			}
		}
	}
	if s, ok := f.resolve(d["ToUnicode"]).(stream); ok {
		out.readable = true
		out.maps(f.unpack(s))
	}
	return out
}

// wideWidths reads the widths of a font of many characters: runs of widths, or one for a stretch of codes.
func (f *file) wideWidths(out *font, d dict) {
	if w := f.number(d["DW"]); w > 0 {
		out.width = w
	}
	list := f.array(d["W"])
	for len(list) >= 2 && len(out.widths) < maxCodes {
		from := int(f.number(list[0]))
		if run, ok := f.resolve(list[1]).(array); ok {
			for i, w := range run {
				out.widths[from+i] = f.number(w)
			}
			list = list[2:]
			continue
		}
		if len(list) < 3 {
			return
		}
		for code := from; code <= min(int(f.number(list[1])), from+maxCodes); code++ {
			out.widths[code] = f.number(list[2])
		}
		list = list[3:]
	}
}

// encode reads what the codes of a font of few characters mean: as on Windows, but for those that it lists by name.
func (t *font) encode(f *file, o any) {
	base := charmap.Windows1252
	if f.name(o) == "MacRomanEncoding" || f.name(f.dict(o)["BaseEncoding"]) == "MacRomanEncoding" {
		base = charmap.Macintosh
	}
	for code := 32; code < 256; code++ {
		t.meaning[code] = string(base.DecodeByte(byte(code)))
	}
	code := 0
	for _, d := range f.array(f.dict(o)["Differences"]) {
		switch d := f.resolve(d).(type) {
		case float64:
			code = int(d)
		case name:
			if s := glyph(string(d)); s != "" {
				t.meaning[code] = s
			}
			code++
		}
	}
}

// windows is a byte as the fonts of most files mean it.
func windows(c byte) string { return string(charmap.Windows1252.DecodeByte(c)) }

// glyph is what a character's name means.
func glyph(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if len(n) == 1 {
		return n
	}
	if hex, ok := strings.CutPrefix(n, "uni"); ok && len(hex) >= 4 {
		if v, err := strconv.ParseUint(hex[:4], 16, 16); err == nil {
			return string(rune(v))
		}
	}
	return map[string]string{
		"space": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'",
		"parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "-", "period": ".", "slash": "/",
		"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
		"colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "bracketright": "]",
		"backslash": "\\", "underscore": "_", "braceleft": "{", "braceright": "}", "bar": "|", "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“",
		"quotedblright": "”", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…", "degree": "°", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl",
		"adieresis": "ä", "odieresis": "ö", "udieresis": "ü", "Adieresis": "Ä", "Odieresis": "Ö", "Udieresis": "Ü", "germandbls": "ß", "eacute": "é",
		"egrave": "è", "agrave": "à", "ccedilla": "ç", "ntilde": "ñ", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ecircumflex": "ê",
		"acircumflex": "â", "ocircumflex": "ô", "icircumflex": "î", "ucircumflex": "û", "aring": "å", "oslash": "ø", "ae": "æ", "atilde": "ã", "otilde": "õ",
		"scaron": "š", "zcaron": "ž", "ccaron": "č", "rcaron": "ř", "ecaron": "ě", "cacute": "ć", "lslash": "ł", "sacute": "ś", "zacute": "ź", "zdotaccent": "ż",
	}[n]
}

// maps reads a map from codes to characters.
func (t *font) maps(b []byte) {
	p := newParser(b)
	var held []any
	for len(t.meaning) < maxCodes {
		o, ok := p.next(0)
		if !ok {
			return
		}
		word, isWord := o.(operator)
		if !isWord {
			if held = append(held, o); len(held) > maxCodes {
				return
			}
			continue
		}
		switch word {
		case "endcodespacerange":
			if s, ok := last(held); ok {
				t.two = len(s) == 2
			}
		case "endbfchar":
			for ; len(held) >= 2; held = held[2:] {
				code, ok1 := held[0].(text)
				means, ok2 := held[1].(text)
				if ok1 && ok2 {
					t.meaning[codeOf(code)] = utf16Of(means)
				}
			}
		case "endbfrange":
			for ; len(held) >= 3; held = held[3:] {
				t.stretch(held[0], held[1], held[2])
			}
		}
		held = nil
	}
}

func last(held []any) (text, bool) {
	if len(held) == 0 {
		return "", false
	}
	s, ok := held[len(held)-1].(text)
	return s, ok
}

// stretch maps codes that follow one another, to characters that do, or to a list.
func (t *font) stretch(from, to, means any) {
	a, ok1 := from.(text)
	b, ok2 := to.(text)
	if !ok1 || !ok2 {
		return
	}
	low, high := codeOf(a), codeOf(b)
	switch m := means.(type) {
	case array:
		for i, o := range m {
			if s, ok := o.(text); ok && low+i <= high {
				t.meaning[low+i] = utf16Of(s)
			}
		}
	case text:
		first := []rune(utf16Of(m))
		if len(first) == 0 {
			return
		}
		for i := 0; low+i <= high && i < maxCodes; i++ {
			s := append([]rune(nil), first...)
			s[len(s)-1] += rune(i)
			t.meaning[low+i] = string(s)
		}
	}
}

func codeOf(s text) int {
	n := 0
	for i := range min(len(s), 3) {
		n = n<<8 | int(s[i])
	}
	return n
}

func utf16Of(s text) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// read gives what a text means, and how wide it is at size 1.
func (t *font) read(s text, spaceWidth, charWidth float64) (meaning string, width float64) {
	var out strings.Builder
	step := 1
	if t.two {
		step = 2
	}
	for i := 0; i+step <= len(s); i += step {
		code := codeOf(s[i : i+step])
		out.WriteString(t.meaning[code])
		w, ok := t.widths[code]
		if !ok {
			w = t.width
		}
		width += w/1000 + charWidth
		if step == 1 && code == ' ' {
			width += spaceWidth
		}
	}
	return out.String(), width
}
