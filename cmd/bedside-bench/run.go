package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/bench"
	"bedside/internal/eval"
	"bedside/internal/eval/spans"
	"bedside/packs"
	"bedside/tables"
)

type options struct {
	shared, corpus, build, drivers, out, only, commit string
	most                                              int
	drive                                             bool
	args                                              []string
}

func parseOptions(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("bedside-bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.shared, "shared", "../shared", "the folder of public development sets")
	f.StringVar(&o.corpus, "corpus", "corpus", "the folder whose open drafts warm the programs up")
	f.StringVar(&o.build, "build", "bin/bench", "the folder that the peers are installed into")
	f.StringVar(&o.drivers, "drivers", "internal/bench/drivers", "the folder of the peers' drivers and lock files")
	f.StringVar(&o.out, "out", "docs/benchmarks.md", "the `file` to write; a run that had to leave something out writes one of that name into the folder of -build")
	f.StringVar(&o.only, "only", "", "run only peers whose name contains this")
	f.StringVar(&o.commit, "commit", "", "what is measured, as the page tells it")
	f.IntVar(&o.most, "most", 0, "take at most this many texts of a set, evenly; 0 takes all")
	f.BoolVar(&o.drive, "drive", false, "be the driver of Bedside: `-drive IN OUT`")
	err := f.Parse(args)
	o.args = f.Args()
	if err == nil && len(o.args) != 0 != o.drive {
		f.Usage()
		err = flag.ErrHelp
	}
	return o, err
}

func run(ctx context.Context, args []string, stderr io.Writer) error {
	o, err := parseOptions(args, stderr)
	if err != nil {
		return err
	}
	if o.drive {
		return drive(o.args)
	}
	sets, notes, err := gather(o, stderr)
	if err != nil {
		return err
	}
	warm, err := warmUp(o.corpus)
	if err != nil {
		return err
	}
	place, err := settle(ctx, o, stderr)
	if err != nil {
		return err
	}
	rows := bench.Run(ctx, peers(o.only), place, sets, warm, os.Environ(), stderr)
	for _, r := range rows {
		if r.Err != nil {
			notes = append(notes, r.Peer.Title()+" could not be run.")
		}
	}
	versions, err := bench.Versions(o.drivers)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	occasion := bench.Occasion{Date: time.Now().UTC().Format("2006-01-02"), Commit: o.commit, Machine: machine(), Versions: versions, Notes: notes}
	if err := bench.Write(&page, rows, occasion); err != nil {
		return err
	}
	out := o.out
	if len(notes) > 0 { // half a comparison does not take the place of a whole one
		out = filepath.Join(o.build, filepath.Base(o.out))
	}
	fmt.Fprintln(stderr, "bedside-bench: writing", out)
	return os.WriteFile(out, page.Bytes(), 0o644)
}

// settle makes the folder and installs the peers. Without a registry in reach those that are there are run.
func settle(ctx context.Context, o options, stderr io.Writer) (bench.Place, error) {
	self, err := os.Executable()
	if err != nil {
		return bench.Place{}, err
	}
	place := bench.Place{Drivers: o.drivers, Build: o.build, Self: self}
	if err := os.MkdirAll(o.build, 0o755); err != nil {
		return place, err
	}
	if err := bench.Install(ctx, place); err != nil {
		fmt.Fprintln(stderr, "bedside-bench: not installed:", err)
	}
	return place, nil
}

func peers(only string) []bench.Peer {
	var out []bench.Peer
	for _, p := range bench.Peers() {
		if strings.Contains(strings.ToLower(p.Title()), strings.ToLower(only)) {
			out = append(out, p)
		}
	}
	return out
}

// gather reads our own posts and the public sets that are there.
func gather(o options, stderr io.Writer) ([]spans.Set, []string, error) {
	own, err := bench.OurPosts()
	if err != nil {
		return nil, nil, err
	}
	public, notes := spans.Load(os.DirFS(filepath.Join(o.shared, "data")))
	for _, n := range notes {
		fmt.Fprintln(stderr, "bedside-bench:", n)
	}
	sets := append([]spans.Set{own}, public...)
	for i := range sets {
		sets[i].Texts = evenly(sets[i].Texts, o.most)
	}
	return sets, notes, nil
}

func evenly(texts []spans.Text, most int) []spans.Text {
	if most <= 0 || len(texts) <= most {
		return texts
	}
	var out []spans.Text
	for i := range most {
		out = append(out, texts[i*len(texts)/most])
	}
	return out
}

// warmUp is some of our open drafts: no set holds them.
func warmUp(corpus string) ([]string, error) {
	const many = 200
	set, err := eval.ReadDev(os.DirFS(corpus))
	if err != nil {
		return nil, err
	}
	var out []string
	for i := 0; i < len(set.Records); i += max(1, len(set.Records)/many) {
		if text := set.Records[i].Draft.Text; text != "" {
			out = append(out, text)
		}
	}
	return out, nil
}

// drive is what a run starts for Bedside itself.
func drive(args []string) error {
	if len(args) != 2 {
		return errors.New("-drive wants a file to read and a file to write")
	}
	in, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(args[1])
	if err != nil {
		return err
	}
	if err := bench.Drive(in, out, load); err != nil {
		return errors.Join(err, out.Close())
	}
	return out.Close()
}

func load() (eval.Check, error) {
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "bench"})
	if err != nil {
		return nil, err
	}
	day := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	return func(d bedside.Draft) (*bedside.Result, error) { return e.Check(d, day) }, nil
}

// machine names the processor and how busy the machine was, as far as the system tells.
func machine() string {
	name := runtime.GOOS + "/" + runtime.GOARCH + processor()
	if b, err := os.ReadFile("/proc/loadavg"); err == nil {
		load, _, _ := strings.Cut(string(b), " ")
		name += fmt.Sprintf(", %d cores, load %s at the end", runtime.NumCPU(), load)
	}
	return name
}

func processor() string {
	b, err := os.ReadFile("/proc/cpuinfo")
	if err == nil {
		for line := range strings.Lines(string(b)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				return ", " + strings.TrimSpace(value)
			}
		}
	}
	return ""
}
