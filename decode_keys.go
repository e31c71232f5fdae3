package bedside

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// draftKeys holds the keys of every struct of a draft with their fields: looking at tags anew for each key would take
// half the time of decoding.
var draftKeys = keyTable(reflect.TypeFor[Draft](), map[reflect.Type]map[string]int{}) //nolint:gochecknoglobals // read only

func keyTable(t reflect.Type, table map[reflect.Type]map[string]int) map[reflect.Type]map[string]int {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || table[t] != nil {
		return table
	}
	table[t] = fieldsOf(t)
	for field := range t.Fields() {
		if keyOf(field) != "" {
			keyTable(field.Type, table)
		}
	}
	return table
}

// fieldsOf finds the number of the field that each key names.
func fieldsOf(t reflect.Type) map[string]int {
	fields := make(map[string]int)
	for i := range t.NumField() {
		if key := keyOf(t.Field(i)); key != "" {
			fields[key] = i
		}
	}
	return fields
}

// fieldFor finds the field of a struct that a key names.
func fieldFor(into reflect.Value, key string) (reflect.Value, bool) {
	fields, known := draftKeys[into.Type()]
	if !known {
		fields = fieldsOf(into.Type())
	}
	i, ok := fields[key]
	if !ok {
		return reflect.Value{}, false
	}
	return into.Field(i), true
}

// keyOf is the key of a field in JSON, or nothing for a field that JSON does not show.
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if key == "-" {
		return ""
	}
	return key
}

// unknownKey names the key, where it stands, and the key that was probably meant.
func (w *walker) unknownKey(t reflect.Type, key string, at int) error {
	known := keysOf(t)
	advice := "known are " + strings.Join(known, ", ")
	if near := Nearest(key, known); near != "" {
		advice = fmt.Sprintf("did you mean %q?", near)
	} else if path := elsewhere(w.root, key, ""); path != "" {
		advice = fmt.Sprintf("did you mean %q?", path)
	}
	return w.fail(at, "unknown key, %s", advice)
}

func keysOf(t reflect.Type) (keys []string) {
	for field := range t.Fields() {
		if key := keyOf(field); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// elsewhere finds the path of a key that stands at another place of the contract, as "role" stands in "author.role".
func elsewhere(t reflect.Type, key, path string) string {
	for f := range t.Fields() {
		if keyOf(f) == "" {
			continue
		}
		here, inner := path+keyOf(f), f.Type
		if inner.Kind() == reflect.Slice {
			here, inner = here+"[]", inner.Elem()
		}
		if keyOf(f) == key {
			return here
		}
		if inner.Kind() == reflect.Struct {
			if found := elsewhere(inner, key, here+"."); found != "" {
				return found
			}
		}
	}
	return ""
}

// keyName is a key as an error may show it: a key that does not look like one may be text that slipped its quotes.
func keyName(key string) string {
	plain := func(r rune) bool {
		return r == '_' || r == '-' || r == '@' || r == '.' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
	}
	if key == "" || len(key) > 40 || strings.ContainsFunc(key, func(r rune) bool { return !plain(r) }) {
		return fmt.Sprintf("(a key of %d bytes)", len(key))
	}
	return key
}

// word refuses a word that a field with a closed list does not know.
func (w *walker) word(got string, at int) error {
	if w.root != reflect.TypeFor[Draft]() {
		return nil
	}
	allowed := wordsFor(w.path)
	if got == "" || allowed == nil || slices.Contains(allowed, got) {
		return nil
	}
	advice := ""
	if near := Nearest(got, allowed); near != "" {
		advice = fmt.Sprintf(" (did you mean %q?)", near)
	}
	return w.fail(at, "unknown word%s; it is one of %s", advice, strings.Join(allowed, ", "))
}

// wordsFor lists the words that a field may hold. Other fields (role, relationship, platform …) are free.
func wordsFor(path []string) []string {
	switch strings.Join(path, "") {
	case ".kind":
		return Kinds()
	case ".action":
		return Actions()
	case ".state":
		return []string{"draft", "published"}
	case ".posted_by":
		return []string{"self", "other"}
	case ".account.persona":
		return Personas()
	case ".account.audience":
		return Audiences()
	}
	if len(path) == 4 && path[1] == ".timeline" && path[3] == ".kind" {
		return Kinds()
	}
	return nil
}
