package bedside

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// walker goes once over JSON that is known to be well formed and fills a value of Go, following the json tags.
type walker struct {
	src     []byte
	pos     int
	skipped int      // bytes before src in the file
	path    []string // keys and indexes down to pos
	root    reflect.Type
}

func walk(src []byte, skipped int, v any) error {
	into := reflect.ValueOf(v).Elem()
	w := &walker{src: src, skipped: skipped, root: into.Type()}
	return w.value(into)
}

// value reads the value at pos. A null leaves what it meets absent.
func (w *walker) value(into reflect.Value) error {
	if w.peek() == 'n' {
		w.skip()
		return nil
	}
	if u, ok := reflect.TypeAssert[json.Unmarshaler](into.Addr()); ok {
		return w.custom(u)
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return w.value(into.Elem())
	case reflect.Struct:
		return w.object(into)
	case reflect.Map:
		return w.dictionary(into)
	case reflect.Slice:
		return w.array(into)
	default:
		return w.scalar(into)
	}
}

func (w *walker) custom(u json.Unmarshaler) error {
	at := w.pos
	if err := u.UnmarshalJSON(w.skip()); err != nil {
		return w.fail(at, "%v", err)
	}
	return nil
}

// object reads a struct. Where a struct has a field Prose, a plain string is read into that.
func (w *walker) object(into reflect.Value) error {
	if prose := into.FieldByName("Prose"); prose.IsValid() && w.peek() == '"' {
		return w.scalar(prose)
	}
	return w.members(func(key string, at int) error {
		field, ok := fieldFor(into, key)
		if ok {
			return w.value(field)
		}
		if strings.HasPrefix(key, "x_") {
			w.skip()
			return nil
		}
		return w.unknownKey(into.Type(), key, at)
	})
}

func (w *walker) dictionary(into reflect.Value) error {
	into.Set(reflect.MakeMap(into.Type()))
	return w.members(func(key string, _ int) error {
		element := reflect.New(into.Type().Elem()).Elem()
		if err := w.value(element); err != nil {
			return err
		}
		into.SetMapIndex(reflect.ValueOf(key), element)
		return nil
	})
}

// members calls each for every key of the object at pos, with the key's place, when pos is at its value.
func (w *walker) members(each func(key string, at int) error) error {
	if w.peek() != '{' {
		return w.mistyped("an object")
	}
	seen := make(map[string]bool)
	for w.pos++; w.peek() != '}'; {
		at := w.pos
		key := unquote(w.skip())
		w.path = append(w.path, "."+keyName(key))
		if seen[key] {
			return w.fail(at, "this key is there twice")
		}
		seen[key] = true
		w.colon()
		if err := each(key, at); err != nil {
			return err
		}
		w.path = w.path[:len(w.path)-1]
		w.comma()
	}
	w.pos++
	return nil
}

func (w *walker) array(into reflect.Value) error {
	if w.peek() != '[' {
		return w.mistyped("a list")
	}
	for w.pos++; w.peek() != ']'; w.comma() {
		w.path = append(w.path, "["+strconv.Itoa(into.Len())+"]")
		element := reflect.New(into.Type().Elem()).Elem()
		if err := w.value(element); err != nil {
			return err
		}
		into.Set(reflect.Append(into, element))
		w.path = w.path[:len(w.path)-1]
	}
	w.pos++
	return nil
}

func (w *walker) scalar(into reflect.Value) error {
	first, at := w.peek(), w.pos
	switch kind := into.Kind(); {
	case kind == reflect.String && first == '"':
		into.SetString(unquote(w.skip()))
		return w.word(into.String(), at)
	case kind == reflect.Bool && (first == 't' || first == 'f'):
		into.SetBool(first == 't')
		w.skip()
	case (kind == reflect.Int || kind == reflect.Int64 || kind == reflect.Float64) && wantedNumber(first):
		return w.number(into)
	default:
		return w.mistyped(goKind(kind))
	}
	return nil
}

func (w *walker) number(into reflect.Value) error {
	at := w.pos
	if json.Unmarshal(w.skip(), into.Addr().Interface()) != nil {
		return w.fail(at, "wanted %s, found another number", goKind(into.Kind()))
	}
	return nil
}

// fail makes an error about the byte at.
func (w *walker) fail(at int, format string, args ...any) error {
	p, what := placeAt(w.src, at), fmt.Sprintf(format, args...)
	p.Path, p.Offset = w.where(), at+w.skipped
	if p.Path != "" {
		what = p.Path + ": " + what
	}
	return p.invalid("%s", what)
}

func (w *walker) mistyped(wanted string) error {
	return w.fail(w.pos, "wanted %s, found %s", wanted, jsonKind(w.src[w.pos]))
}

// where is the path to pos, as in context.consents[0].form.
func (w *walker) where() string { return strings.TrimPrefix(strings.Join(w.path, ""), ".") }
