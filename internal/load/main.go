// Command load asks a running Bedside to check drafts at a steady rate and says how soon it answers, what that costs, and whether its memory
// stays flat. Drafts are those of the corpus, each with a word of its own, so that no two are the same. It is run by make load, and serves
// nothing. Start at main.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type options struct {
	entry, drafts string
	rate, pid     int
	length        time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.entry, "entry", "", "the address that bedside serve printed")
	flag.StringVar(&o.drafts, "drafts", "corpus/dev", "a folder of labelled drafts")
	flag.IntVar(&o.rate, "rate", 500, "checks a second")
	flag.IntVar(&o.pid, "pid", 0, "the process of bedside serve, to say what it costs (Linux)")
	flag.DurationVar(&o.length, "for", time.Minute, "how long")
	flag.Parse()
	if err := run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	entry, err := url.Parse(o.entry)
	if err != nil || entry.Query().Get("token") == "" {
		return fmt.Errorf("-entry: the address with its token is wanted")
	}
	bodies, err := read(o.drafts)
	if err != nil {
		return err
	}
	c := caller{url: "http://" + entry.Host + "/api/v1/check", token: entry.Query().Get("token"), client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}}
	before := costOf(o.pid)
	c.steadily(ctx, o, bodies)
	after := costOf(o.pid)
	c.report(os.Stdout, o, before, after)
	if c.failed > 0 {
		return fmt.Errorf("%d checks failed", c.failed)
	}
	return nil
}

// read takes the drafts out of labelled ones.
func read(folder string) (out []map[string]any, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("-drafts: no drafts are in %s", folder)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(bytes.NewReader(b))
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var labelled struct{ Draft map[string]any }
			if json.Unmarshal(lines.Bytes(), &labelled) == nil && labelled.Draft["text"] != nil && labelled.Draft["media"] == nil {
				out = append(out, labelled.Draft)
			}
		}
	}
	return out, nil
}

type caller struct {
	url, token string
	client     *http.Client
	mu         sync.Mutex
	waits      []time.Duration
	memory     []int // kilobytes, each second
	failed     int
}

// steadily sends drafts at the rate, whether or not those before were answered: what waits is counted from when it was due.
func (c *caller) steadily(ctx context.Context, o options, drafts []map[string]any) {
	var all sync.WaitGroup
	ticks := time.NewTicker(time.Second / time.Duration(o.rate))
	defer ticks.Stop()
	start := time.Now()
	for n := 0; time.Since(start) < o.length; n++ {
		due := start.Add(time.Duration(n) * time.Second / time.Duration(o.rate))
		for time.Now().Before(due) {
			<-ticks.C
		}
		body := draft(drafts[n%len(drafts)], n)
		all.Go(func() { c.check(ctx, body, due) })
		if n%o.rate == 0 {
			c.memory = append(c.memory, costOf(o.pid).memory)
		}
	}
	all.Wait()
}

// draft is one with a word that no other has.
func draft(d map[string]any, n int) []byte {
	copied := maps.Clone(d)
	copied["text"] = fmt.Sprintf("%v (note %d)", d["text"], n)
	b, _ := json.Marshal(copied) // it was JSON a moment ago
	return b
}

func (c *caller) check(ctx context.Context, body []byte, due time.Time) {
	ok := false
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err == nil {
		r.Header.Set("Authorization", "Bearer "+c.token)
		if a, err := c.client.Do(r); err == nil {
			_, _ = io.Copy(io.Discard, a.Body)
			a.Body.Close()
			ok = a.StatusCode == http.StatusOK
		}
	}
	wait := time.Since(due)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waits = append(c.waits, wait)
	if !ok {
		c.failed++
	}
}

// cost is what a process has taken so far.
type cost struct {
	processor time.Duration
	memory    int // kilobytes
}

// costOf reads it; nothing where the system does not say.
func costOf(pid int) (c cost) {
	const tick = 10 * time.Millisecond // of Linux
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return c
	}
	fields := strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
	if len(fields) < 22 {
		return c
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	pages, _ := strconv.Atoi(fields[21])
	return cost{time.Duration(user+system) * tick, pages * os.Getpagesize() / 1024}
}

func (c *caller) report(w io.Writer, o options, before, after cost) {
	slices.Sort(c.waits)
	at := func(perMille int) time.Duration {
		return c.waits[min(len(c.waits)*perMille/1000, len(c.waits)-1)].Round(100 * time.Microsecond)
	}
	fmt.Fprintf(w, "%d checks in %s at %d a second, %d failed\n", len(c.waits), o.length, o.rate, c.failed)
	fmt.Fprintf(w, "answered after: median %s, 95 %% %s, 99 %% %s, longest %s\n", at(500), at(950), at(990), at(1000))
	if o.pid > 0 {
		spent := after.processor - before.processor
		fmt.Fprintf(w, "processor: %s in all, %s a check, %.2f processors\n", spent.Round(time.Millisecond), (spent / time.Duration(len(c.waits))).Round(time.Microsecond), spent.Seconds()/o.length.Seconds())
		half := len(c.memory) / 2
		fmt.Fprintf(w, "memory: at first %d MB, at most %d MB in the first half and %d MB in the second, at last %d MB\n",
			before.memory/1024, slices.Max(c.memory[:half+1])/1024, slices.Max(c.memory[half:])/1024, after.memory/1024)
	}
}
