package server

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"bedside"
	"bedside/internal/app"
)

// Record is one thing that is kept, as programs read it.
type Record[T any] struct {
	ID      string     `json:"id"`
	State   string     `json:"state,omitempty"`
	At      *time.Time `json:"at,omitempty"`  // when what it is about happened
	Due     *time.Time `json:"due,omitempty"` // when somebody should look at it again
	Changed time.Time  `json:"changed"`
	Version int        `json:"version"` // how often it was written; to change it, say which version was read
	Value   T          `json:"value"`
}

// Change is a record as programs write it anew: the version that they read, and what it shall be.
type Change[T any] struct {
	Version int `json:"version"`
	Value   T   `json:"value"`
}

// ledger is what the application keeps of one kind.
type ledger[T any] interface {
	List(ctx context.Context) ([]app.Kept[T], error)
	Find(ctx context.Context, id string) (app.Kept[T], error)
	Keep(ctx context.Context, k app.Kept[T]) (app.Kept[T], []app.Problem, error)
	Destroy(ctx context.Context, id string) error
}

// records are the things of one kind as programs know them.
type records[T any] struct {
	path, one, many string
	ledger          ledger[T]
	ready           func(*T) // fills in what keeping would; nil for nothing
}

// apiRecords are the operations of one kind of records.
func apiRecords[T any](k records[T]) []Operation {
	var none T
	base, one := "/api/v1/"+k.path, "/api/v1/"+k.path+"/{id}"
	return []Operation{
		{Method: http.MethodGet, Path: base, Title: "List " + k.many, Answer: []Record[T]{}, Status: http.StatusOK, Keeps: true, serve: k.all},
		{Method: http.MethodPost, Path: base, Title: "Keep one more " + k.one, Body: none, Answer: Record[T]{}, Status: http.StatusCreated, Keeps: true, Once: true, serve: k.create},
		{Method: http.MethodGet, Path: one, Title: "Read one " + k.one, Answer: Record[T]{}, Status: http.StatusOK, Keeps: true, serve: k.read},
		{Method: http.MethodPut, Path: one, Title: "Change one " + k.one, Body: Change[T]{}, Answer: Record[T]{}, Status: http.StatusOK, Keeps: true, serve: k.change},
		{Method: http.MethodDelete, Path: one, Title: "Destroy one " + k.one, Status: http.StatusNoContent, Keeps: true, serve: k.remove, About: "Its key is destroyed with it. What is not there is no error."},
	}
}

// recordOf is what programs read of what is kept.
func recordOf[T any](k app.Kept[T]) Record[T] {
	return Record[T]{ID: k.ID, State: k.State, At: when(k.At), Due: when(k.Due), Changed: k.Changed, Version: k.Version, Value: k.Noun}
}

func when(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (k records[T]) all(w http.ResponseWriter, r *http.Request) error {
	kept, err := k.ledger.List(r.Context())
	if err != nil {
		return err
	}
	out := make([]Record[T], len(kept))
	for i := range kept {
		out[i] = recordOf(kept[i])
	}
	return answer(w, http.StatusOK, out)
}

func (k records[T]) read(w http.ResponseWriter, r *http.Request) error {
	kept, err := k.ledger.Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, recordOf(kept))
}

// create keeps something new. With a key, the record's id is made of it: whoever asks again, not knowing whether the first answer was
// lost, finds what they kept.
func (k records[T]) create(w http.ResponseWriter, r *http.Request) error {
	var value T
	if err := receive(r, &value); err != nil {
		return err
	}
	if k.ready != nil {
		k.ready(&value)
	}
	kept := app.Kept[T]{Noun: value}
	key := r.Header.Get("Idempotency-Key")
	if key != "" {
		kept.ID = idOf(k.path, key)
		if before, err := k.ledger.Find(r.Context(), kept.ID); err == nil {
			return k.again(w, before, value)
		}
	}
	kept, wrong, err := k.ledger.Keep(r.Context(), kept)
	switch {
	case len(wrong) > 0:
		return fieldsError(wrong)
	case key != "" && bedside.CodeOf(err) == bedside.CodeConflict: // another request with this key was faster
		before, err := k.ledger.Find(r.Context(), idOf(k.path, key))
		if err != nil {
			return err
		}
		return k.again(w, before, value)
	case err != nil:
		return err
	}
	w.Header().Set("Location", "/api/v1/"+k.path+"/"+kept.ID)
	return answer(w, http.StatusCreated, recordOf(kept))
}

// again answers a request whose key was seen before.
func (k records[T]) again(w http.ResponseWriter, before app.Kept[T], value T) error {
	if before.Version == 1 && !sameJSON(before.Noun, value) {
		return bedside.Errorf(bedside.CodeConflict, "this Idempotency-Key was used for another %s: take a new one", k.one)
	}
	return answer(w, http.StatusOK, recordOf(before))
}

func sameJSON(a, b any) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && string(x) == string(y)
}

// idOf is the id of a record that is made with a key. It tells nothing of the key.
func idOf(path, key string) string {
	sum := sha256.Sum256([]byte(path + "\n" + key))
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16])
}

func (k records[T]) change(w http.ResponseWriter, r *http.Request) error {
	var c Change[T]
	if err := receive(r, &c); err != nil {
		return err
	}
	kept, err := k.ledger.Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if c.Version != kept.Version {
		return bedside.Errorf(bedside.CodeConflict, "this was changed since version %d was read: read it again", c.Version)
	}
	kept.Noun = c.Value
	kept, wrong, err := k.ledger.Keep(r.Context(), kept)
	if len(wrong) > 0 {
		return fieldsError(wrong)
	}
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, recordOf(kept))
}

func (k records[T]) remove(w http.ResponseWriter, r *http.Request) error {
	if err := k.ledger.Destroy(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// receive decodes what was sent, as strictly as a draft.
func receive(r *http.Request, into any) error {
	body, err := received(r)
	if err != nil {
		return err
	}
	return bedside.DecodeStrict(body, into)
}

// recordOperations are those of all kinds.
func (s *Server) recordOperations() []Operation {
	return slices.Concat(
		apiRecords(records[app.Hold]{"holds", "held draft", "held drafts", s.app.Holds(), func(h *app.Hold) { h.V = 1 }}),
		apiRecords(records[app.Consent]{"consents", "consent", "consents", s.app.Consents(), nil}),
		apiRecords(records[app.Interest]{"interests", "interest", "interests", s.app.Interests(), nil}),
		apiRecords(records[app.Account]{"accounts", "account", "accounts", s.app.Accounts(), nil}),
		apiRecords(records[app.Appearance]{"presence", "post by somebody else", "posts by others", s.app.Presence(), nil}),
	)
}
