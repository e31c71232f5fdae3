package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bedside/internal/eval/pictures"
	"bedside/internal/vision"
)

// The drawn pictures: a seed to work with, and one that nobody looks into but for its totals.
const (
	openPictures     = 1
	sealedPictures   = 20_260_202
	clinicalPictures = 120
	plainPictures    = 120
)

// runPictures measures what is seen in pictures.
func runPictures(o options, e env) int {
	r, err := measurePictures(o, e)
	if o.json && err == nil {
		return conclude("pictures", asJSON{r}, nil, e)
	}
	return conclude("pictures", r, err, e)
}

// asJSON is a report that is printed for programs.
type asJSON struct{ *pictures.Report }

// Print writes the report as JSON.
func (r asJSON) Print(w io.Writer) error { return writeJSON(r.Report, w) }

func measurePictures(o options, e env) (*pictures.Report, error) {
	r := &pictures.Report{}
	m := pictures.Measure{Recognisers: vision.Recognisers(), Check: e.check, Spent: spent}
	seed := uint64(openPictures)
	if o.lockbox {
		seed = sealedPictures
	}
	clinical, err := pictures.Clinical(clinicalPictures, seed)
	if err != nil {
		return nil, err
	}
	plain, err := pictures.Plain(plainPictures, seed)
	if err != nil {
		return nil, err
	}
	if m.Recognisers.Words == nil {
		r.Notes = append(r.Notes, "words: this program was built without weights (make weights, then -tags weights)")
	} else if err := measureWords(r, m, clinical, plain, o); err != nil {
		return nil, err
	}
	likeness, err := pictures.Likeness(append(clinical, plain...))
	r.Likeness = &likeness
	return r, err
}

func measureWords(r *pictures.Report, m pictures.Measure, clinical, plain []pictures.Picture, o options) (err error) {
	if r.Clinical, err = m.Clinical(clinical); err != nil {
		return err
	}
	nothing, err := m.Plain(plain)
	if err != nil {
		return err
	}
	r.Plain = &nothing
	r.Rendered, err = m.Rendered(os.DirFS(filepath.Join(o.shared, "data", "images", "ocr-rendered")))
	if errors.Is(err, fs.ErrNotExist) {
		r.Notes = append(r.Notes, "rendered pictures: the folder of shared test data is not there (-shared)")
		err = nil
	}
	return err
}
