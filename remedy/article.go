package remedy

import (
	"strings"

	"bedside"
)

// agreed gives "a" and "an" the form that the word behind them asks for, where an edit changed that word.
func agreed(s string, edits []bedside.Edit) []bedside.Edit {
	var out []bedside.Edit
	for i, e := range edits {
		end := e.Start
		if e.Text == "" {
			end = len(strings.TrimRight(s[:e.Start], " "))
		} else if end > 0 && s[end-1] == ' ' {
			end--
		}
		start := end
		for start > 0 && (s[start-1]|0x20) >= 'a' && (s[start-1]|0x20) <= 'z' {
			start--
		}
		free := i == 0 || out[len(out)-1].End <= start
		article := strings.ToLower(s[start:end])
		if free && (article == "a" || article == "an") && end <= e.Start && (start == 0 || s[start-1] == ' ' || s[start-1] == '\n') {
			next := strings.TrimLeft(e.Text+s[e.End:], " ")
			if w := wordAt(next, 0); w != "" && takesAn(w) != (article == "an") {
				fixed := s[start : start+1]
				if takesAn(w) {
					fixed += "n"
				}
				out = append(out, bedside.Edit{Start: start, End: end, Text: fixed})
			}
		}
		out = append(out, e)
	}
	return out
}

// takesAn reports whether a word is heard as beginning with a vowel.
func takesAn(w string) bool {
	w = strings.ToLower(w)
	for _, p := range []string{"hour", "honest", "honour", "honor", "heir"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	for _, p := range []string{"uni", "use", "usu", "eu", "one", "once", "ure", "uro", "uti"} {
		if strings.HasPrefix(w, p) && !strings.HasPrefix(w, "unin") && !strings.HasPrefix(w, "unim") {
			return false
		}
	}
	return strings.IndexByte("aeiou", w[0]) >= 0
}
