package youtube

import (
	"encoding/json"
	"strings"
)

// run is a piece of a comment. Runs have had more keys over the years: what is shown is always under one of these.
type run struct {
	Text    string `json:"text"`
	Mention struct {
		Name string `json:"displayName"`
	} `json:"mention"`
	VideoLink struct {
		Shown string `json:"displayText"`
	} `json:"videoLink"`
	Emoji struct {
		Shown string `json:"emojiText"`
	} `json:"emoji"`
}

// plain is the words of a cell, which are either pieces in JSON with commas between, or text as it is.
func plain(cell string) (text string, pieces bool) {
	var list []json.RawMessage
	if !strings.HasPrefix(cell, "{") || json.Unmarshal([]byte("["+cell+"]"), &list) != nil {
		return cell, false
	}
	var b strings.Builder
	for _, p := range list {
		b.WriteString(shown(p))
	}
	return b.String(), true
}

// shown is what a reader sees of a piece. A key of an unknown shape takes nothing from the others.
func shown(piece json.RawMessage) string {
	var r run
	_ = json.Unmarshal(piece, &r)
	for _, s := range []string{r.Text, r.Mention.Name, r.VideoLink.Shown, r.Emoji.Shown} {
		if s != "" {
			return s
		}
	}
	return ""
}
