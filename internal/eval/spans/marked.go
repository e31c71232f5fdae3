package spans

import (
	"slices"
	"strings"

	"bedside"
)

// ParseMarked reads posts of our own: a line a post, in which "[name Ann Poe]" marks what gives somebody away with the
// kind of mention that it is, and \n stands for a new line. A line "= voice" begins the posts of a voice; # begins a comment.
func ParseMarked(name string, b []byte) (Set, error) {
	set := Set{Name: name}
	row := 0
	for line := range strings.Lines(string(b)) {
		row++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "= ") {
			continue
		}
		t, err := parseMarked(strings.ReplaceAll(line, `\n`, "\n"))
		if err != nil {
			return set, bedside.Errorf(bedside.CodeInvalid, "%s, line %d: %v", name, row, err)
		}
		t.Row, t.Seen = row, true
		set.Texts = append(set.Texts, t)
	}
	return set, nil
}

func parseMarked(line string) (Text, error) {
	var t Text
	for i, piece := range strings.Split(line, "[") {
		if i == 0 {
			t.Text = piece
			continue
		}
		inside, after, closed := strings.Cut(piece, "]")
		kind, words, spaced := strings.Cut(inside, " ")
		if !closed || !spaced || words == "" || !slices.Contains(identifierKinds(), kind) {
			return t, bedside.Errorf(bedside.CodeInvalid, "a mark is [kind words], of a kind in the class of identifiers")
		}
		t.Gold = append(t.Gold, Span{len(t.Text), len(t.Text) + len(words), kind})
		t.Text += words + after
	}
	return t, nil
}

func identifierKinds() []string {
	var out []string
	for k := range bedside.FactKind(bedside.FactCount) {
		if info := k.Info(); info.Class == bedside.Identifier {
			out = append(out, k.String())
		}
	}
	return out
}
