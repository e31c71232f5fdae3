package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"bedside"
	"bedside/internal/app"
)

// handler answers a request, or says why it cannot.
type handler func(w http.ResponseWriter, r *http.Request) error

// told wraps a handler: what goes wrong is said in a page.
func (s *Server) told(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	}
}

// keeping wraps a handler of a room that keeps things: where nothing is kept, the page says so.
func (s *Server) keeping(h handler) http.HandlerFunc {
	return s.told(func(w http.ResponseWriter, r *http.Request) error {
		if s.app.Store == nil {
			return bedside.Errorf(bedside.CodeUnavailable, "this room keeps things, and Bedside was started to keep nothing. Start it with a data folder to use it")
		}
		return h(w, r)
	})
}

// fieldsOf reads the fields of a form. Line ends are LF, and blanks around a value are none of it.
func fieldsOf(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		return nil, unread(err)
	}
	for _, values := range r.PostForm {
		for i := range values {
			if values[i] = trimmed(values[i]); !utf8.ValidString(values[i]) {
				return nil, bedside.Errorf(bedside.CodeInvalid, "some letters did not arrive as they were written: this form is not valid UTF-8. Where one is missing stands a mark; write it anew and send it again")
			}
		}
	}
	return r.PostForm, nil
}

func trimmed(value string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimSpace(value))
}

// versionOf is the version of the record that a form was filled in for; 0 for a new one.
func versionOf(v url.Values) int {
	n, _ := strconv.Atoi(v.Get("version"))
	return n
}

// field is one field of a form, as the templates of ui/parts.html take it.
type field struct {
	Name, Label, Value, Type, Hint, Error, Lang string
	Rows                                        int
	Required                                    bool
	Choices                                     []choice // of a field with fixed answers
	Tick                                        bool     // it is yes or no
	On                                          bool     // it is yes
}

// section is a part of a form under one heading.
type section struct {
	Title, Hint string
	Fields      []field
}

func tick(name, label string, on bool, hint string) field {
	return field{Name: name, Label: label, Tick: true, On: on, Hint: hint}
}

// marked puts what is wrong beside the fields it is about.
func marked(sections []section, problems []app.Problem) []section {
	for i := range sections {
		for k := range sections[i].Fields {
			f := &sections[i].Fields[k]
			for _, p := range problems {
				if p.Field == f.Name {
					f.Error = p.Message
				}
			}
		}
	}
	return sections
}

// redirect leads to a page after something was done.
func redirect(w http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

// plural counts things in words.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// dayShown is a day as people read it; what is no day stays as it is.
func dayShown(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.Format("2 January 2006")
}
