package bedside_test

import (
	"regexp"
	"testing"

	"bedside"
)

// TestVocabulary: every fact has a name of its own that leads back to it, and a class; what is found in words has a meaning.
func TestVocabulary(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`^[a-z_0-9]+(\.[a-z_0-9]+)?$`)
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		info := k.Info()
		if !name.MatchString(info.Name) {
			t.Errorf("fact %d is called %q", k, info.Name)
		}
		if found, ok := bedside.ParseFact(info.Name); !ok || found != k {
			t.Errorf("%s leads to fact %d, not to %d", info.Name, found, k)
		}
		switch info.Class {
		case bedside.Identifier, bedside.Quasi, bedside.Concept:
			if info.Meaning == "" {
				t.Errorf("%s has no meaning", info.Name)
			}
		case bedside.Derived:
		default:
			t.Errorf("%s has the class %q", info.Name, info.Class)
		}
	}
}

func TestNoFact(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "nam", "Name", "claims.*", "name "} {
		if k, ok := bedside.ParseFact(name); ok || k != bedside.FactNone {
			t.Errorf("%q is fact %d", name, k)
		}
	}
	for _, k := range []bedside.FactKind{bedside.FactNone, bedside.FactKind(bedside.FactCount), 65535} {
		if k.String() != "" || k.Info() != (bedside.FactInfo{}) {
			t.Errorf("fact %d is %+v", k, k.Info())
		}
	}
}

// TestDraftWords: what a draft may say of itself is a fact that rules can ask for.
func TestDraftWords(t *testing.T) {
	t.Parallel()
	for prefix, words := range map[string][]string{"kind.": bedside.Kinds(), "action.": bedside.Actions(), "account.": bedside.Personas()} {
		for _, w := range words {
			if _, ok := bedside.ParseFact(prefix + w); !ok {
				t.Errorf("there is no fact %s%s", prefix, w)
			}
		}
	}
}
