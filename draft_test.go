package bedside_test

import (
	"testing"

	"bedside"
)

func TestDefaults(t *testing.T) {
	t.Parallel()
	got := bedside.Draft{Text: "a"}.WithDefaults()
	if got.Schema != 1 || got.Kind != "post" || got.Action != "publish" || got.State != "draft" || got.PostedBy != "self" || got.Text != "a" {
		t.Errorf("got %+q", []string{got.Kind, got.Action, got.State, got.PostedBy})
	}
	said := bedside.Draft{Schema: 1, Kind: "bio", Action: "hide", State: "published", PostedBy: "other"}
	if got := said.WithDefaults(); got.Kind != said.Kind || got.Action != said.Action || got.State != said.State || got.PostedBy != said.PostedBy {
		t.Errorf("got %+q", []string{got.Kind, got.Action, got.State, got.PostedBy})
	}
}

// TestSize counts every text that is read, in bytes.
func TestSize(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{
		Text: "é", Media: []bedside.Media{{Alt: "ab", Caption: "c"}, {Alt: "d"}}, Account: bedside.Account{Bio: "ef"},
		Context: bedside.Context{Note: "g", ReplyTo: bedside.ReplyTo{Text: "hi"}, Timeline: []bedside.TimelinePost{{Text: "j"}, {Text: "kl"}}},
	}
	if got := d.Size(); got != 14 {
		t.Errorf("got %d bytes, want 14", got)
	}
	if got := (bedside.Draft{ID: "long id", Kind: "post"}).Size(); got != 0 {
		t.Errorf("without a text: %d bytes", got)
	}
}
