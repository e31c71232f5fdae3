package spans

import (
	"encoding/json"
	"io/fs"
	"strings"
	"unicode"

	"bedside"
)

// The sets, by the names under which their figures are told.
const (
	OwnSet           = "our posts" // invented, with everything in the class of identifiers marked
	asqSet           = "asq_phi"
	handoffsSet      = "handoffs"
	presidioV2Set    = "presidio_synth, v2"
	presidioLargeSet = "presidio_synth, large"
	spiaSet          = "spia"
	wnutSet          = "WNUT-17 dev"
	btcSet           = "BTC dev"
)

// reader reads a set from its file.
type reader struct {
	set, file string
	parse     func(b []byte) ([]Text, error)
}

// readers lists the sets whose spans are of many types, with their files in the folder of public sets.
func readers() []reader {
	return []reader{
		{asqSet, "asq_phi/queries_dev.txt", parseASQ},
		{handoffsSet, "handoffs/synthetic_handoffs.json", parseHandoffs},
		{presidioV2Set, "presidio_synth/synth_dataset_v2.json", parsePresidio},
		{presidioLargeSet, "presidio_synth/generated_large.json", parsePresidio},
		{spiaSet, "spia/spia_panorama_dev.jsonl", parseSPIA},
	}
}

func (r reader) read(folder fs.FS) (Set, error) {
	b, err := fs.ReadFile(folder, r.file)
	if err != nil {
		return Set{}, bedside.Errorf(bedside.CodeNotFound, "%s is not there", r.file)
	}
	texts, err := r.parse(b)
	if err != nil || len(texts) == 0 {
		return Set{}, bedside.Errorf(bedside.CodeInvalid, "%s has another form than expected", r.file)
	}
	return Set{r.set, texts}, nil
}

// parseASQ reads queries of which each is followed by its tags: a type and a value that stands in the query.
func parseASQ(b []byte) ([]Text, error) {
	var texts []Text
	for i, block := range strings.Split(string(b), "===QUERY===")[1:] {
		query, tags, _ := strings.Cut(block, "===PHI_TAGS===")
		t := Text{Row: i + 1, Text: strings.TrimSpace(query), Seen: i%2 == 0}
		for line := range strings.Lines(tags) {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			var tag struct {
				Kind  string `json:"identifier_type"`
				Value string `json:"value"`
			}
			if err := json.Unmarshal([]byte(line), &tag); err != nil {
				return nil, err
			}
			t.place(tag.Kind, tag.Value)
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// place marks the first stretch that a value stands at and no other value holds. A value that is not there marks nothing.
func (t *Text) place(kind, value string) {
	for _, s := range t.stretches(kind, value) {
		if !overlapsAny(s, t.Gold) {
			t.Gold = append(t.Gold, s)
			return
		}
	}
}

// stretches are the places at which a value stands as words of its own.
func (t *Text) stretches(kind, value string) []Span {
	var out []Span
	for from := 0; value != ""; {
		at := strings.Index(t.Text[from:], value)
		if at < 0 {
			break
		}
		s := Span{from + at, from + at + len(value), kind}
		if wordAt(t.Text, s) {
			out = append(out, s)
		}
		from = s.End
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// parseHandoffs reads spoken hand-offs, filled into templates: the halves are parted by template.
func parseHandoffs(b []byte) ([]Text, error) {
	var file struct {
		Handoffs []struct {
			Text     string
			Template int `json:"template_id"`
			Spans    []struct {
				Kind       string `json:"entity_type"`
				Start, End int
			} `json:"phi_spans"`
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	var texts []Text
	for i, h := range file.Handoffs {
		t := Text{Row: i + 1, Text: h.Text, Seen: h.Template%2 == 0}
		at := newByteOffsets(h.Text)
		for _, s := range h.Spans {
			if span, ok := at.span(s.Start, s.End, s.Kind); ok {
				t.Gold = append(t.Gold, span)
			}
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// parsePresidio reads sentences of the generator of presidio-research, parted by template.
func parsePresidio(b []byte) ([]Text, error) {
	var file []struct {
		Text     string `json:"full_text"`
		Template int    `json:"template_id"`
		Spans    []struct {
			Kind  string `json:"entity_type"`
			Start int    `json:"start_position"`
			End   int    `json:"end_position"`
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	var texts []Text
	for i, sample := range file {
		t := Text{Row: i + 1, Text: sample.Text, Seen: sample.Template%2 == 0}
		at := newByteOffsets(sample.Text)
		for _, s := range sample.Spans {
			if span, ok := at.span(s.Start, s.End, s.Kind); ok {
				t.Gold = append(t.Gold, span)
			}
		}
		texts = append(texts, t)
	}
	return texts, nil
}
