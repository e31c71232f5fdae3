// Package engine joins the stages: text, detect, subject, reid, assess, remedy. It is the only package that most callers
// import. It reads no files and no clock: word lists and packs are handed in as bytes, the time as an argument. The same
// draft, pack, tables and time give the same bytes on every platform. Start at New and Engine.Check.
package engine

import (
	"errors"
	"sync"
	"time"
	"unicode/utf8"

	"bedside"
	"bedside/assess"
	"bedside/census"
	"bedside/detect"
	"bedside/pack"
	"bedside/read"
	"bedside/text"
)

// Config is what an engine is made from.
type Config struct {
	// Tables are word lists and tables by file name, as package tables hands them out: tables.bin is loaded as it is, lists are
	// compiled, which takes a moment. tagger.bin is the weights of the name tagger, census.bin the figures of people and places.
	Tables map[string][]byte
	// Compile makes a detector of word lists: detect.New. It is needed only without tables.bin, and whoever has that, as a browser,
	// need not carry it.
	Compile func(files map[string][]byte) (*detect.Detector, error)
	Pack    []byte // a compiled pack
	Reader  []byte // the weights of the learned reader; without them the first tier answers alone, and the result says so
	Version string
}

// Engine checks drafts. It is immutable and may be used by many goroutines.
type Engine struct {
	parser   *text.Parser
	detector *detect.Detector
	pack     *pack.Pack
	program  *assess.Program
	reader   *read.Model   // nil without weights
	census   *census.Table // nil without figures
	version  string
	pool     *sync.Pool // of *reading
	earlier  []earlier  // posts that drafts are held against
}

// New compiles tables and pack.
func New(c Config) (*Engine, error) {
	d, err := newDetector(&c)
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "word lists: " + err.Error(), Err: err}
	}
	p, err := pack.Load(c.Pack)
	if err != nil {
		return nil, err
	}
	program, err := assess.Compile(p)
	if err != nil {
		return nil, err
	}
	e := &Engine{parser: &text.Parser{Known: d.Known}, detector: d, pack: p, program: program, version: c.Version, pool: &sync.Pool{New: func() any { return &reading{} }}}
	if figures, ok := c.Tables["census.bin"]; ok {
		if e.census, err = census.Load(figures); err != nil {
			return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "census.bin: " + err.Error(), Err: err}
		}
	}
	if len(c.Reader) == 0 {
		return e, nil
	}
	return e.WithReader(c.Reader)
}

// WithReader is the same engine with a learned reader made from these weights.
func (e *Engine) WithReader(weights []byte) (*Engine, error) {
	m, err := read.Load(weights)
	if err != nil {
		return nil, err
	}
	return e.WithModel(m), nil
}

// WithModel is the same engine with another learned reader.
func (e *Engine) WithModel(m *read.Model) *Engine {
	with := *e
	with.reader = m
	return &with
}

func newDetector(c *Config) (*detect.Detector, error) {
	stored, ok := c.Tables["tables.bin"]
	switch {
	case !ok && c.Compile == nil:
		return nil, errors.New("tables.bin is missing, and nothing compiles lists")
	case !ok:
		return c.Compile(c.Tables)
	}
	d, err := detect.Load(stored)
	if weights, ok := c.Tables["tagger.bin"]; ok && err == nil {
		return d.WithTagger(weights)
	}
	return d, err
}

// Check answers one draft. asOf decides whether a consent has expired; the zero time takes the draft's own.
func (e *Engine) Check(d bedside.Draft, asOf time.Time) (*bedside.Result, error) {
	return e.check(d, asOf, nil)
}

// check answers one draft. What was read of it is shown to also, where that is not nil.
func (e *Engine) check(d bedside.Draft, asOf time.Time, also func(*reading, *bedside.Draft)) (*bedside.Result, error) {
	d = d.WithDefaults()
	if err := validate(&d); err != nil {
		return nil, err
	}
	if asOf.IsZero() {
		asOf = d.Time.Time
	}
	if len(d.Context.Timeline) > 0 {
		e = e.beside(e.inline(&d), 0)
	}
	r := e.read(&d, asOf)
	if also != nil {
		also(r, &d)
	}
	judgement := e.judged(r, &d, asOf)
	result := e.result(&d, r, judgement, asOf)
	e.mend(&d, r, judgement, result, asOf)
	e.done(r)
	return result, nil
}

func validate(d *bedside.Draft) error {
	if d.Size() > bedside.MaxText {
		return bedside.Errorf(bedside.CodeTooLarge, "the draft has %d bytes of text; at most %d can be checked at once", d.Size(), bedside.MaxText)
	}
	for _, s := range texts(d) {
		if !utf8.ValidString(s) {
			return bedside.Errorf(bedside.CodeInvalid, "the draft is not valid UTF-8")
		}
	}
	return nil
}

func texts(d *bedside.Draft) []string {
	out := []string{d.Text, d.Account.Bio, d.Context.Note, d.Context.ReplyTo.Text}
	for _, m := range d.Media {
		out = append(out, m.Alt, m.Caption)
	}
	return out
}

// Sizes describes the compiled lists in a few words, for figures.
func (e *Engine) Sizes() string { return e.detector.Sizes() }
