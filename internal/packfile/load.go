package packfile

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
	"bedside/pack"
)

// Source is a pack as it was read: what is compiled, and the examples that stay beside it.
type Source struct {
	Pack     *pack.File
	Examples []Example
	Files    map[string]string // the file of each rule and question, by id
}

// Load reads a whole pack: pack.yaml, bodies/*.yaml, bodies/conflicts.yaml, law/*.yaml, carried.yaml,
// rules/<topic>/<slug>.yaml and questions/*.yaml. Its error tells every problem and holds Problems.
func Load(fsys fs.FS) (*Source, error) {
	l := newLoader(fsys)
	l.one("pack.yaml", l.head)
	l.bodies()
	l.each("law", l.law)
	l.one("carried.yaml", l.carried)
	l.rulesAndQuestions()
	return l.finish()
}

// loader gathers a pack file by file.
type loader struct {
	fsys     fs.FS
	src      *Source
	clauses  map[string]string // the file of each clause and fact of law, by id
	prefixes map[string]string // the topic of each first part of a rule's id
	problems Problems
}

func newLoader(fsys fs.FS) *loader {
	return &loader{
		fsys:    fsys,
		src:     &Source{Pack: &pack.File{}, Files: map[string]string{}},
		clauses: map[string]string{}, prefixes: map[string]string{},
	}
}

// one reads a file that must be there.
func (l *loader) one(name string, read func(*sheet, *node)) {
	s := &sheet{file: name}
	defer func() { l.problems = append(l.problems, s.problems...) }()
	b, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		s.fail(nil, "the file cannot be read")
		return
	}
	root, problem := parse(name, b)
	if problem != nil {
		s.problems = append(s.problems, *problem)
		return
	}
	read(s, root)
}

// each reads the YAML files of a folder, in the order of their names. A folder that is not there is empty.
func (l *loader) each(dir string, read func(*sheet, *node)) {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		switch name := path.Join(dir, e.Name()); {
		case e.IsDir() || strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~") || e.Name() == "README.md":
		case path.Ext(name) != ".yaml":
			l.problems = append(l.problems, Problem{File: name, Message: "only .yaml files belong here"})
		default:
			l.one(name, read)
		}
	}
}

func (l *loader) rulesAndQuestions() {
	topics, err := fs.ReadDir(l.fsys, "rules")
	for _, t := range topics {
		dir := "rules/" + t.Name()
		if err == nil && t.IsDir() && !slices.Contains(bedside.Topics(), t.Name()) {
			l.problems = append(l.problems, Problem{File: dir, Message: "unknown topic, " + suggest(t.Name(), bedside.Topics())})
			continue
		}
		l.each(dir, l.rule)
	}
	l.each("rules", func(s *sheet, n *node) {
		s.fail(nil, "a rule belongs in the folder of its topic: rules/<topic>/<slug>.yaml")
	})
	l.each("questions", l.question)
}

// finish sorts, has package pack look at the whole, and hands over.
func (l *loader) finish() (*Source, error) {
	p := l.src.Pack
	slices.SortFunc(p.Rules, func(a, b pack.Rule) int {
		topics := bedside.Topics()
		return cmp.Or(cmp.Compare(slices.Index(topics, a.Topic), slices.Index(topics, b.Topic)), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(p.Questions, func(a, b pack.Question) int { return cmp.Compare(a.ID, b.ID) })
	if len(l.problems) == 0 {
		l.validate()
	}
	if err := l.problems.err(); err != nil {
		return nil, err
	}
	return l.src, nil
}

// validate has package pack look, and finds the file of what it refuses by showing it one rule at a time.
func (l *loader) validate() {
	p := *l.src.Pack
	if _, err := pack.Load(Compile(&p)); err == nil {
		return
	}
	rules, questions := p.Rules, p.Questions
	for i := range rules {
		p.Rules, p.Questions = rules[i:i+1], nil
		l.tryLoad(&p, l.src.Files[rules[i].ID])
	}
	for i := range questions {
		p.Rules, p.Questions = nil, questions[i:i+1]
		l.tryLoad(&p, l.src.Files[questions[i].ID])
	}
	p.Rules, p.Questions = nil, nil
	l.tryLoad(&p, "pack.yaml")
}

func (l *loader) tryLoad(p *pack.File, file string) {
	if _, err := pack.Load(Compile(p)); err != nil {
		l.problems = append(l.problems, Problem{File: file, Message: err.Error()})
	}
}

// unique notes the file of an id and reports whether it is new.
func (l *loader) unique(s *sheet, n *node, id string) bool {
	if id == "" {
		return false
	}
	if before, ok := l.src.Files[id]; ok {
		s.fail(n, "the id %q is used in %s already", id, before)
		return false
	}
	l.src.Files[id] = s.file
	return true
}
