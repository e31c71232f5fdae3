package packfile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/packfile"
)

// TestSeen: an example says what was seen in its media; the draft that is checked has it, and its words can be asked for as evidence.
func TestSeen(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(withDose(`evidence: [400 mg]`, `evidence: [MRN 00719284]
    seen: [{faces: 1, perhaps: 1, words: [MRN 00719284], codes: [qr], owner: Joan, place: true, sha256: ab, fields: [gps]}]`))
	if err != nil {
		t.Fatal(err)
	}
	var got bedside.Draft
	packfile.RunExamples(src.Examples[:1], func(d bedside.Draft) (*bedside.Result, error) {
		got = d
		return &bedside.Result{}, nil
	})
	if len(got.Media) != 1 || got.Media[0].Seen == nil {
		t.Fatalf("media %v", got.Media)
	}
	s := got.Media[0].Seen
	words, _ := s.Words()
	if len(s.Faces) != 2 || !s.Faces[0].Sure || s.Faces[1].Sure || words != "MRN 00719284" || len(s.Codes) != 1 || s.Metadata.Place == nil {
		t.Errorf("%+v", s)
	}
	if diff := cmp.Diff([]string{"jpeg", "Joan", "ab", "gps"}, append([]string{s.Type, s.Metadata.Owner, s.SHA256}, s.Metadata.Fields...)); diff != "" {
		t.Error(diff)
	}
}

// TestSeenIsRefused: a key that nobody knows is told with its place.
func TestSeenIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := packfile.Load(withDose(`evidence: [400 mg]`, `evidence: [400 mg]
    seen: [{face: 1}]`)); err == nil {
		t.Error("an unknown key passes")
	}
}
