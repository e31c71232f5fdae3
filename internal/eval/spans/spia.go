package spans

import (
	"bytes"
	"encoding/json"
	"slices"
)

// parseSPIA reads posts with what can be told of the people in them. Only keywords that stand in the text word for word can
// be found by a span; each place at which one stands is asked for.
func parseSPIA(b []byte) ([]Text, error) {
	var texts []Text
	for line := range bytes.Lines(b) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var post struct {
			Text     string
			Subjects []struct {
				PIIs []struct{ Tag, Keyword string }
			}
		}
		if err := json.Unmarshal(line, &post); err != nil {
			return nil, err
		}
		t := Text{Row: len(texts) + 1, Text: post.Text, Seen: len(texts)%2 == 0}
		for _, subject := range post.Subjects {
			for _, p := range subject.PIIs {
				if slices.Contains(spiaTags(), p.Tag) {
					t.mark(p.Tag, p.Keyword)
				}
			}
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// mark marks every stretch that a value stands at, unless another value already holds it.
func (t *Text) mark(kind, value string) {
	for _, s := range t.stretches(kind, value) {
		if !overlapsAny(s, t.Gold) {
			t.Gold = append(t.Gold, s)
		}
	}
}

// spiaTags are the tags of SPIA that identify by themselves. The others are attributes to be inferred; what stands in the
// text of them are countries, companies and words such as "Married".
func spiaTags() []string {
	return []string{"NAME", "IDENTIFICATION_NUMBER", "DRIVER_LICENSE_NUMBER", "PASSPORT_NUMBER", "PHONE_NUMBER", "EMAIL_ADDRESS"}
}
