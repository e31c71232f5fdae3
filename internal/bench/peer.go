package bench

import "path/filepath"

// Peer is a program in one configuration.
type Peer struct {
	Name, Config string
	Package      string // what its lock file calls it
	Note         string // the configuration, in words
	driver       string // a file in drivers/, "" for Bedside itself
	nameless     bool   // it does not say what is a name, so it is not asked for names alone
}

// Peers lists what is run, Bedside first. Each stands in its stock configuration, and where there is an obvious better one in
// that too.
func Peers() []Peer {
	return []Peer{
		{"Bedside", "", "", "the whole check: people, rules, findings and the rewrite, of which the mentions are a by-product", "", false},
		{"Presidio", "sm", "presidio-analyzer", "stock, with spaCy's small English model: its default, the large one, is on no package registry", "presidio_driver.py", false},
		{"Presidio", "md", "presidio-analyzer", "spaCy's middle model; guesses below 0.4 dropped, as in its makers' evaluation", "presidio_driver.py", false},
		{"philter-lite", "stock", "philter-lite", "its own filters; parts of speech by spaCy's small model, as NLTK's is on no package registry", "philter_driver.py", true},
		{"scrubadub", "stock", "scrubadub", "the detectors that load by themselves", "scrubadub_driver.py", true},
		{"scrubadub", "all", "scrubadub", "with names by part of speech, postal codes, dates of birth, licences and plates", "scrubadub_driver.py", false},
		{"compromise", "stock", "compromise", "people, places, organisations and contacts", "compromise_driver.js", false},
		{"compromise", "dates", "compromise", "with its plugin for dates", "compromise_driver.js", false},
		{"redact-pii", "stock", "redact-pii", "every redactor that it brings", "redactpii_driver.js", false},
	}
}

// Title names a peer and its configuration.
func (p Peer) Title() string {
	if p.Config == "" {
		return p.Name
	}
	return p.Name + ", " + p.Config
}

// command is how a peer is run over texts.
func (p Peer) command(place Place, in, out string) []string {
	switch filepath.Ext(p.driver) {
	case ".py":
		return []string{place.python(), filepath.Join(place.Drivers, p.driver), p.Config, in, out}
	case ".js":
		return []string{"node", filepath.Join(place.Drivers, p.driver), p.Config, in, out}
	default:
		return []string{place.Self, "-drive", in, out}
	}
}

// Place is where things lie: the drivers, the folder that the peers are installed into, and our own program.
type Place struct{ Drivers, Build, Self string }

func (p Place) python() string { return filepath.Join(p.venv(), "bin", "python") }
func (p Place) venv() string   { return filepath.Join(p.Build, "venv") }

// environment is what a driver is run with: one thread, no network, and where the node packages lie.
func (p Place) environment(inherited []string) []string {
	build, err := filepath.Abs(p.Build)
	if err != nil {
		build = p.Build
	}
	return append(inherited,
		"GOMAXPROCS=1", "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1", "PYTHONDONTWRITEBYTECODE=1", "PYTHONWARNINGS=ignore",
		"BENCH_NODE="+filepath.Join(build, "node"))
}
