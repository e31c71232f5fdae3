package server

import (
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"bedside"
)

// refusal is why something was not done, as a page says it: what happened, what is known of it, what was written and not kept, and where
// one goes on.
type refusal struct {
	Happened, Says, Hint string
	Written              []field     // what the form held
	Rest                 []formValue // what it held besides, to be sent again with it
	Again                string      // where it is sent again; empty where that would end as before
	Ways                 []chip
}

// formValue is a field that nobody wrote into, with its value.
type formValue struct{ Name, Value string }

// happened is the heading of a page that tells of a status, and a line on what it means.
func happened(status int) (heading, hint string) {
	switch status {
	case http.StatusUnauthorized:
		return "You are not let in", "Bedside prints the address where it was started, and each start has its own. Open it in another window: this page stays."
	case http.StatusForbidden, http.StatusMisdirectedRequest:
		return "Not asked for here", ""
	case http.StatusNotFound:
		return "This is not here", "It was deleted, or its address was not copied whole."
	case http.StatusMethodNotAllowed:
		return "Nothing was done", "This address belongs to a button. Use the button in its room."
	case http.StatusConflict:
		return "Somebody was faster", "Perhaps it was you, in another window. Look at it as it is now."
	case http.StatusRequestEntityTooLarge:
		return "This is too long", "Go back: the page before still holds what you wrote."
	case http.StatusServiceUnavailable:
		return "This cannot be done now", ""
	case http.StatusInternalServerError:
		return "A fault inside Bedside", "Try again. If it comes back, start Bedside anew."
	default:
		return "This was not done", ""
	}
}

// refuse says in a page, or to a program in problem details (RFC 9457), why there is no answer. The page shows nothing of the rooms: it is
// for whoever was not let in.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, why string) {
	s.refused(w, r, status, why, "")
}

// fail says in a page why something was not done. Rooms with fields say it beside the field instead, where they know which.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	e := shown(err)
	s.refused(w, r, statusOf(e.Code), sentence(e.Message), s.roomOf(r.URL.Path))
}

// refused draws the page, in the frame where a room is named. Nothing that was written is lost: the page holds it.
func (s *Server) refused(w http.ResponseWriter, r *http.Request, status int, why, room string) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		problem(w, status, why)
		return
	}
	body := refusal{Says: why}
	body.Happened, body.Hint = happened(status)
	if status != http.StatusForbidden && status != http.StatusMisdirectedRequest { // another page wrote those
		body.recall(r, status)
	}
	p := page{Title: body.Happened, Body: &body}
	if room != "" {
		body.Ways = s.waysFrom(room)
		p.Room, p.Open = "refused", room
	}
	s.show(w, r, status, "refused", p)
}

// recall takes over what a form held.
func (b *refusal) recall(r *http.Request, status int) {
	if r.Method != http.MethodPost || uploads(r) || r.ParseForm() != nil {
		return
	}
	for _, name := range sortedNames(r.PostForm) {
		for _, value := range r.PostForm[name] {
			value = strings.ToValidUTF8(value, "\uFFFD")
			if f, is := writtenIn(name, value); is {
				b.Written = append(b.Written, f)
			} else {
				b.Rest = append(b.Rest, formValue{name, value})
			}
		}
	}
	again := len(b.Written) > 0 && status != http.StatusMethodNotAllowed
	switch status {
	case http.StatusUnauthorized, http.StatusConflict, http.StatusServiceUnavailable, http.StatusInternalServerError:
		again = true
	}
	if path := r.URL.RequestURI(); again && !strings.HasPrefix(path, "//") && strings.HasPrefix(path, "/") {
		b.Again = path
	}
}

func sortedNames(v map[string][]string) []string {
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// chosen are the names of fields that hold what a button or a list offers, not what somebody wrote.
func chosen(name string) bool {
	return strings.Contains(name, ".") || slices.Contains([]string{
		"version", "new", "do", "held", "sheet", "before", "picture", "aside", "consent", "step", "done", "how", "topic", "said", "who", "hold", "recipient", "body",
		"kind", "law", "persona", "audience", "relationship", "reply_by", "account", "look", "keys", "keep", "revocation", "conditions", "redisclosure", "copy",
	}, name)
}

// writtenIn is a field with what somebody wrote in it.
func writtenIn(name, value string) (field, bool) {
	if value == "" || chosen(name) {
		return field{}, false
	}
	label := strings.ReplaceAll(name, "_", " ")
	f := field{Name: name, Label: strings.ToUpper(label[:1]) + label[1:], Value: value}
	if utf8.RuneCountInString(value) > 80 || strings.Contains(value, "\n") {
		f.Rows = 6
	}
	return f, true
}

// roomOf is the room that a path belongs to: some things of a room have a path of their own.
func (s *Server) roomOf(path string) string {
	at := "/" + strings.SplitN(strings.TrimPrefix(path, "/"), "/", 2)[0]
	switch at {
	case "/payments":
		at = "/interests"
	case "/holds", "/pictures", "/desk", "/start":
		at = "/"
	}
	for _, r := range s.rail {
		if r.Path == at {
			return r.Name
		}
	}
	return "rooms"
}

// waysFrom are where one goes on: to the room, and to all rooms.
func (s *Server) waysFrom(room string) []chip {
	var out []chip
	for _, r := range s.rail {
		if r.Name == room {
			out = append(out, chip{Label: "Go to " + r.Label, Href: r.Path})
		}
	}
	return append(out, chip{Label: "All rooms", Href: "/rooms"})
}

// notFound answers what no room has, and what is asked for in another way than it is offered.
func (s *Server) notFound(inside *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if methods := offered(inside, r); len(methods) > 0 {
			w.Header().Set("Allow", strings.Join(methods, ", "))
			s.refused(w, r, http.StatusMethodNotAllowed, "This address is not asked for in this way.", s.roomOf(r.URL.Path))
			return
		}
		s.refused(w, r, http.StatusNotFound, "There is no such page.", s.roomOf(r.URL.Path))
	}
}

// offered are the methods by which a path can be asked for.
func offered(mux *http.ServeMux, r *http.Request) (out []string) {
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := mux.Handler(other); pattern != "" && pattern != "/" {
			out = append(out, method)
		}
	}
	return out
}

// recovered answers a request whose handler broke down. What it broke down with may hold words of a draft: it goes nowhere.
func (s *Server) recovered(w http.ResponseWriter, r *http.Request) {
	switch fault := recover(); fault {
	case nil:
	case http.ErrAbortHandler:
		panic(fault)
	default:
		s.refuse(w, r, http.StatusInternalServerError, sentence(shown(bedside.Errorf(bedside.CodeInternal, "a fault inside Bedside: this was not done")).Message))
	}
}
