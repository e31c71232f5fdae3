package profile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/profile"
)

func maya() profile.Profile {
	no := false
	return profile.Profile{
		Name: "Maya", Role: "medical_student", Licensed: &no, Institution: "St Brannock's", Specialty: "cardiology",
		Location: "Larkfield", Jurisdiction: "US-MD", Disclaimer: "Views are my own.",
		Accounts: []bedside.Account{
			{Platform: "instagram", Handle: "@maya.on.rounds", Persona: "personal", Audience: "followers"},
			{Platform: "mastodon", Handle: "maya@larkfield.social", Persona: "professional", Bio: "Student. Views mine."},
			{Platform: "x", Handle: "@nobody", Persona: "anonymous"},
		},
		Interests: []bedside.Interest{{Party: "Acme", Kind: "shares"}, {Prose: "my brother sells stents"}},
	}
}

func TestFillTakesWhatTheDraftLeavesAbsent(t *testing.T) {
	t.Parallel()
	got := maya().Fill(bedside.Draft{Text: "a", Account: bedside.Account{Platform: "instagram", Audience: "public"}})
	no := false
	want := bedside.Draft{
		Text: "a",
		Author: bedside.Author{
			Name: "Maya", Role: "medical_student", Licensed: &no, Institution: "St Brannock's", Specialty: "cardiology",
			Location: "Larkfield", Jurisdiction: "US-MD", Handles: []string{"@maya.on.rounds", "maya@larkfield.social", "@nobody"},
		},
		Account: bedside.Account{Platform: "instagram", Handle: "@maya.on.rounds", Persona: "personal", Audience: "public", Bio: "Views are my own."},
		Context: bedside.Context{Interests: maya().Interests},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("draft differs (-want +got):\n%s", diff)
	}
}

func TestFillLeavesWhatTheDraftSays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		in   bedside.Draft
	}{
		{"another author by name", bedside.Draft{Text: "a", Author: bedside.Author{Name: "Leo"}}},
		{"another author by role", bedside.Draft{Text: "a", Author: bedside.Author{Role: "nurse"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.in, maya().Fill(test.in)); diff != "" {
				t.Errorf("draft differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFillChoosesTheAccount(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		in, want bedside.Account
	}{
		{"none said, several known", bedside.Account{}, bedside.Account{}},
		{"unknown platform", bedside.Account{Platform: "reddit"}, bedside.Account{Platform: "reddit"}},
		{"by handle, with its own bio", bedside.Account{Handle: "maya@larkfield.social"}, bedside.Account{
			Platform: "mastodon", Handle: "maya@larkfield.social", Persona: "professional", Bio: "Student. Views mine.",
		}},
		{"anonymous: no disclaimer", bedside.Account{Platform: "x"}, bedside.Account{Platform: "x", Handle: "@nobody", Persona: "anonymous"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := maya().Fill(bedside.Draft{Account: test.in}).Account
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("account differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSaveAndLoad(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "folder", "profile.json")
	want := maya()
	want.Interests = want.Interests[:1]
	if err := profile.Save(path, want, false); err != nil {
		t.Fatal(err)
	}
	got, err := profile.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("profile differs (-want +got):\n%s", diff)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("got mode %v, want 0600", info.Mode())
	}
	if err := profile.Save(path, want, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want %v", err, fs.ErrExist)
	}
	if err := profile.Save(path, profile.Profile{}, true); err != nil {
		t.Errorf("overwriting: %v", err)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".bedside-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"unknown key", `{"rol":"nurse"}`, `rol: unknown key, did you mean "role"? (line 1, column 2)`},
		{"unknown persona", `{"accounts":[{"persona":"secret"}]}`, "the persona of an account is one of personal, professional, institutional, anonymous"},
		{"unknown audience", `{"accounts":[{"audience":"all"}]}`, "the audience of an account is one of public, followers, friends, closed_group, direct"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "profile.json")
			if err := os.WriteFile(path, []byte(test.in), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := profile.Load(path); err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
	_, err := profile.Load(filepath.Join(t.TempDir(), "none.json"))
	var coded *bedside.Error
	if !errors.As(err, &coded) || coded.Code != bedside.CodeNotFound {
		t.Errorf("got %v, want code %q", err, bedside.CodeNotFound)
	}
}
