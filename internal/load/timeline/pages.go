package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// visitor is somebody with a browser.
type visitor struct {
	root   string
	client *http.Client
}

func visit(ctx context.Context, entry string) (*visitor, error) {
	at, err := url.Parse(entry)
	if err != nil {
		return nil, errors.New("the address that bedside serve printed is wanted")
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	v := &visitor{at.Scheme + "://" + at.Host, &http.Client{Jar: jar}}
	_, err = v.get(ctx, strings.TrimPrefix(entry, v.root))
	return v, err
}

func (v *visitor) get(ctx context.Context, path string) (string, error) {
	return v.do(ctx, http.MethodGet, path, "", http.NoBody)
}

func (v *visitor) do(ctx context.Context, method, path, kind string, body io.Reader) (string, error) {
	r, err := http.NewRequestWithContext(ctx, method, v.root+path, body)
	if err != nil {
		return "", err
	}
	r.Header.Set("Origin", v.root)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	answer, err := v.client.Do(r)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s: %s", method, path, answer.Status)
	}
	return string(b), err
}

// send imports an archive.
func (v *visitor) send(ctx context.Context, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	read, write := io.Pipe()
	form := multipart.NewWriter(write)
	go func() {
		part, err := form.CreateFormFile("archive", filepath.Base(name))
		if err == nil {
			_, err = io.Copy(part, f)
		}
		write.CloseWithError(errors.Join(err, form.Close()))
	}()
	_, err = v.do(ctx, http.MethodPost, "/timeline/import", form.FormDataContentType(), read)
	return err
}

// settled waits until nothing is under way.
func (v *visitor) settled(ctx context.Context) error {
	for {
		room, err := v.get(ctx, "/timeline")
		if err != nil || strings.Contains(room, `data-busy="false"`) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// rounds is how often each page is asked for.
const rounds = 40

// bring imports an archive.
func bring(ctx context.Context, w io.Writer, entry, archive string) error {
	v, err := visit(ctx, entry)
	if err != nil {
		return err
	}
	began := time.Now()
	if err := v.send(ctx, archive); err != nil {
		return err
	}
	if err := v.settled(ctx); err != nil {
		return err
	}
	fmt.Fprintf(w, "read, checked and held together in %s\n", time.Since(began).Round(time.Second))
	return nil
}

// measure asks for every page of the room.
func measure(ctx context.Context, w io.Writer, entry, pid string) error {
	v, err := visit(ctx, entry)
	if err != nil {
		return err
	}
	pages, err := v.pages(ctx)
	if err != nil {
		return err
	}
	for _, p := range pages {
		if err := v.time(ctx, w, p, pid); err != nil {
			return err
		}
	}
	return v.again(ctx, w, pid)
}

// spent is the time on processors that a process has had, in hundredths of a second; 0 where nobody can say.
func spent(pid string) (hundredths float64) {
	b, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(b), ") ")
	fields := strings.Fields(after)
	const user, system = 11, 12
	for _, i := range []int{user, system} {
		if len(fields) > i {
			n, _ := strconv.ParseFloat(fields[i], 64)
			hundredths += n
		}
	}
	return hundredths
}

// asked is a page with a name.
type asked struct{ name, path string }

// pages finds the pages of the room as somebody does who follows its links.
func (v *visitor) pages(ctx context.Context) ([]asked, error) {
	out := []asked{
		{"the room", "/timeline"},
		{"the room, one year", "/timeline?year=2019"},
		{"posts", "/timeline/posts"},
		{"posts, their next page", ""},
		{"posts of an early month", "/timeline/posts?year=2015&month=7"},
		{"posts to be revised", "/timeline/posts?state=revise"},
		{"posts to be revised, one year", "/timeline/posts?state=revise&year=2016"},
		{"a post, checked anew", ""},
		{"clean-up, its next page", ""},
		{"clean-up, one year", "/timeline?year=2019&state=left"},
		{"a task", ""},
		{"a group", ""},
		{"an import", ""},
	}
	room, err := v.get(ctx, "/timeline")
	if err != nil {
		return nil, err
	}
	posts, err := v.get(ctx, "/timeline/posts")
	if err != nil {
		return nil, err
	}
	for name, link := range map[string]string{
		"posts, their next page":  hrefIn(posts, `/timeline/posts\?[^"]*after=[^"]*`),
		"a post, checked anew":    hrefIn(posts, `/timeline/posts/[A-Z2-7]+`),
		"clean-up, its next page": hrefIn(room, `/timeline\?[^"]*after=[^"]*`),
		"a task":                  hrefIn(room, `/timeline/tasks/[A-Z2-7]+`),
		"a group":                 hrefIn(room, `/timeline\?group=[A-Z2-7]+`),
		"an import":               hrefIn(room, `/timeline/imports/[A-Z2-7]+`),
	} {
		out[slices.IndexFunc(out, func(a asked) bool { return a.name == name })].path = link
	}
	return slices.DeleteFunc(out, func(a asked) bool { return a.path == "" }), nil
}

func hrefIn(page, pattern string) string {
	found := regexp.MustCompile(`href="(` + pattern + `)"`).FindStringSubmatch(page)
	if found == nil {
		return ""
	}
	return strings.ReplaceAll(found[1], "&amp;", "&")
}

// time asks for a page again and again, and says how soon it was there.
func (v *visitor) time(ctx context.Context, w io.Writer, p asked, pid string) error {
	took, before := make([]time.Duration, rounds), spent(pid)
	for i := range took {
		began := time.Now()
		if _, err := v.get(ctx, p.path); err != nil {
			return err
		}
		took[i] = time.Since(began)
	}
	slices.Sort(took)
	fmt.Fprintf(w, "%-32s p50 %6.1f ms, p95 %6.1f ms, processor %5.1f ms\n", p.name, ms(took[len(took)/2]), ms(took[len(took)*95/100]), (spent(pid)-before)*10/rounds)
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// again begins to look at everything anew, asks for the room meanwhile, and stops.
func (v *visitor) again(ctx context.Context, w io.Writer, pid string) error {
	if err := v.once(ctx, w, "look again, begun", "/timeline/again"); err != nil {
		return err
	}
	if err := v.time(ctx, w, asked{"the room meanwhile", "/timeline"}, pid); err != nil {
		return err
	}
	return v.once(ctx, w, "look again, stopped", "/timeline/stop")
}

// once sends a form that has no fields.
func (v *visitor) once(ctx context.Context, w io.Writer, name, path string) error {
	began := time.Now()
	if _, err := v.do(ctx, http.MethodPost, path, "application/x-www-form-urlencoded", http.NoBody); err != nil {
		return err
	}
	fmt.Fprintf(w, "%-32s     %6.1f ms, with the room\n", name, ms(time.Since(began)))
	return nil
}
