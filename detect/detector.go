package detect

import (
	"strings"
	"sync"

	"bedside"
	"bedside/detect/tagger"
	"bedside/text"
)

// Detector finds mentions. It is immutable and may be used by many goroutines.
type Detector struct {
	vocabulary           *vocabulary
	strata               []*trie
	starts               starts // of all strata
	places, institutions *trie
	towns, disorders     *gazetteer
	scanners             []scanner
	tagger               *tagger.Model // nil without weights
	pool                 *sync.Pool
}

// scanner finds mentions that need more than a list of words.
type scanner func(*scan)

// New compiles word lists (files whose name begins with concepts/), the sets of words that scanners ask for (sets.txt) and the flat
// tables beside them. tagger.bin holds the weights of the name tagger; without it names are found by rules alone.
func New(files map[string][]byte) (*Detector, error) {
	lists := map[string][]byte{}
	for name, b := range files {
		if strings.HasPrefix(name, "concepts/") {
			lists[name] = b
		}
	}
	sections, err := readLists(lists)
	if err != nil {
		return nil, err
	}
	levels, err := strata(sections)
	if err != nil {
		return nil, err
	}
	d := &Detector{vocabulary: newVocabulary()}
	learnCommon(files, d.vocabulary)
	var builders []*builder
	for _, level := range levels {
		t := newBuilder()
		for _, s := range level {
			for _, p := range s.patterns {
				t.add(s.fact, p, d.vocabulary)
			}
		}
		builders = append(builders, t)
	}
	learnNames(files, d.vocabulary)
	places := newPhrases(files["places.txt"], bedside.FactPlace, d.vocabulary)
	institutions := newPhrases(files["institutions.txt"], bedside.FactInstitution, d.vocabulary)
	d.towns, d.disorders = newTowns(files["towns.txt"], files["regions.txt"]), newDisorders(files["disorders.txt"])
	if err := learnSets(files["sets.txt"], d.vocabulary); err != nil {
		return nil, err
	}
	d.vocabulary.freeze()
	for _, t := range builders {
		d.strata = append(d.strata, t.freeze(d.vocabulary.size()))
	}
	d.places, d.institutions = places.freeze(d.vocabulary.size()), institutions.freeze(d.vocabulary.size())
	d.ready()
	if weights, ok := files["tagger.bin"]; ok {
		return d.WithTagger(weights)
	}
	return d, nil
}

// ready sets what is not stored.
func (d *Detector) ready() {
	d.starts = startsOf(d.strata, d.vocabulary.size())
	d.scanners = []scanner{
		scanTags, scanTokens, scanAges, scanDates, scanRooms, scanNumbers, scanPostcodes, scanAddresses, scanInstitutions, scanPlaces, scanNames,
		scanDrugs,
	}
	d.pool = &sync.Pool{New: func() any { return &scan{} }}
}

// Known reports whether a folded word means something to the detector: what text.Parser asks.
func (d *Detector) Known(form string) bool {
	return d.vocabulary.traits[d.vocabulary.find(form)]&(traitPattern|traitCommon) != 0
}

// Detect returns the mentions of one passage in the order of their places. passage numbers it within the draft.
func (d *Detector) Detect(doc *text.Document, part bedside.PartKind, index, passage int) []bedside.Mention {
	return d.Append(nil, doc, part, index, passage)
}

// Append is Detect that adds to a slice.
func (d *Detector) Append(out []bedside.Mention, doc *text.Document, part bedside.PartKind, index, passage int) []bedside.Mention {
	s := d.pool.Get().(*scan)
	defer d.pool.Put(s)
	s.begin(d, doc)
	for _, scan := range d.scanners {
		scan(s)
	}
	s.settle()
	s.lookUp()
	for k := range d.strata {
		s.match(k)
		if k == 0 {
			scanDisorders(s) // behind the word lists, whose wordings say more
		}
		s.settle()
	}
	return s.mentions(out, part, index, passage)
}
