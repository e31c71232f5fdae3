// Command tagger trains the name tagger (package detect/tagger) on public sets of labelled tweets: WNUT-17, the Broad Twitter
// Corpus and Tweebank-NER; and, for what is surely no name, on texts of half of the writers of our own corpus. It never reads
// the lock-box. The same input gives the same bytes. It prints what the tagger is worth on posts that it never saw.
//
//	go run ./internal/train/tagger -shared ../shared
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/internal/whole"
	"bedside/tables"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0 done, 1 not written, 2 wrong use or missing data.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("tagger", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "corpus", "the folder that holds dev")
	shared := flags.String("shared", "../shared", "the folder with the public data")
	out := flags.String("out", "tables/tagger.bin", "the file that the weights are written to")
	scoreOnly := flags.Bool("score", false, "score the weights that are there, and train nothing")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if info, err := os.Stat(*shared); err != nil || !info.IsDir() {
		fmt.Fprintf(stderr, "tagger: the shared data is missing: there is no folder %s. Say where it is with -shared FOLDER.\n", *shared)
		return 2
	}
	lists := tables.Files()
	delete(lists, "tagger.bin") // what is made here must not depend on what was
	d, err := detect.New(lists)
	if err != nil {
		fmt.Fprintf(stderr, "tagger: %v\n", err)
		return 2
	}
	files := os.DirFS(*shared)
	if !*scoreOnly {
		stored, err := train(files, os.DirFS(*corpus), d)
		if err != nil {
			return missing(stderr, *shared, err)
		}
		if err := whole.WriteFile(*out, stored, 0o644); err != nil {
			fmt.Fprintf(stderr, "tagger: %v\n", err)
			return 1
		}
		fmt.Fprintf(stdout, "%s: %d bytes\n", *out, len(stored))
	}
	if err := scoreAll(stdout, files, d, *out); err != nil {
		return missing(stderr, *shared, err)
	}
	return 0
}

func missing(stderr io.Writer, shared string, err error) int {
	fmt.Fprintf(stderr, "tagger: %v\n", err)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(stderr, "tagger: %s lacks a file that the weights are made from; its SOURCE.txt files say where each comes from.\n", shared)
	}
	return 2
}

func train(shared, corpus fs.FS, d *detect.Detector) ([]byte, error) {
	words, err := readWords(shared)
	if err != nil {
		return nil, err
	}
	names, err := readPeople(shared, os.DirFS("."))
	if err != nil {
		return nil, err
	}
	var posts []post
	for _, s := range trainingSets() {
		more, err := s.read(shared)
		if err != nil {
			return nil, err
		}
		posts = append(posts, more...)
	}
	t, err := newTrainer(usual(), d, words, names)
	if err != nil {
		return nil, err
	}
	drafts, err := readCorpus(corpus, d)
	if err != nil {
		return nil, err
	}
	t.fit(posts, drafts)
	return t.stored(words), nil
}

// readWords reads the classes of words.
func readWords(shared fs.FS) (*tagger.Words, error) {
	b, err := fs.ReadFile(shared, "data/word_clusters/glove_kmeans_64_256_1000.tsv")
	if err != nil {
		return nil, err
	}
	w := tagger.NewWords()
	for line := range strings.Lines(string(b)) {
		var form string
		var coarse, middle, fine uint32
		if _, err := fmt.Sscanf(strings.TrimRight(line, "\n"), "%s\t%d\t%d\t%d", &form, &coarse, &middle, &fine); err != nil {
			return nil, fmt.Errorf("a line of the word classes: %w", err)
		}
		w.Add(form, coarse, middle, fine)
	}
	return w, nil
}

// scoreAll prints the figures on the development posts of two sets.
func scoreAll(w io.Writer, shared fs.FS, d *detect.Detector, weights string) error {
	b, err := os.ReadFile(weights)
	if err != nil {
		return err
	}
	m, err := tagger.Load(b)
	if err != nil {
		return err
	}
	as := []view{
		{"as written", func(p post) post { return p }},
		{"small letters", func(p post) post { return p.mapped(strings.ToLower) }},
		{"capitals", func(p post) post { return p.mapped(strings.ToUpper) }},
		{"#JaneDoe", func(p post) post { return tagged(p, false) }},
		{"#janedoe", func(p post) post { return tagged(p, true) }},
	}
	for _, s := range []struct {
		name string
		set  set
		even bool // the even half only: the other stays unseen
	}{
		{"WNUT-17 dev, even", set{path: "data/wnut17/emerging.dev.conll"}, true},
		{"WNUT-17 dev", set{path: "data/wnut17/emerging.dev.conll"}, false},
		{"Broad Twitter dev", set{path: "data/btc/btc.dev", handle: true}, false},
	} {
		posts, err := s.set.read(shared)
		if err != nil {
			return err
		}
		if s.even {
			posts = evenOf(posts)
		}
		score(w, d, m, s.name, posts, as)
	}
	return nil
}

func evenOf(posts []post) []post {
	var out []post
	for i := 0; i < len(posts); i += 2 {
		out = append(out, posts[i])
	}
	return out
}
