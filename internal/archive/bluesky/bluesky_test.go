package bluesky_test

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/fxamacker/cbor/v2"
	gocmp "github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/bluesky"
)

const did = "did:plc:exampleexampleexample"

// repository builds a CAR file.
type repository struct {
	t      testing.TB
	blocks bytes.Buffer
}

// put adds a block and gives its identifier.
func (r *repository) put(v any) cbor.Tag {
	r.t.Helper()
	mode, err := cbor.EncOptions{Sort: cbor.SortLengthFirst}.EncMode()
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := mode.Marshal(v)
	if err != nil {
		r.t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	id := append([]byte{0x01, 0x71, 0x12, 0x20}, sum[:]...)
	r.section(&r.blocks, append(slices.Clone(id), data...))
	return cbor.Tag{Number: 42, Content: append([]byte{0}, id...)}
}

func (r *repository) section(to *bytes.Buffer, b []byte) {
	to.Write(binary.AppendUvarint(nil, uint64(len(b))))
	to.Write(b)
}

type m = map[string]any

// node puts a piece of the tree with records under their names; right hangs behind the last.
func (r *repository) node(records map[string]cbor.Tag, right any) cbor.Tag {
	var entries []m
	before := ""
	for _, name := range slices.SortedFunc(maps.Keys(records), cmp.Compare[string]) {
		shared := 0
		for shared < len(name) && shared < len(before) && name[shared] == before[shared] {
			shared++
		}
		entries = append(entries, m{"p": shared, "k": []byte(name[shared:]), "v": records[name], "t": nil})
		before = name
	}
	if len(entries) > 0 {
		entries[len(entries)-1]["t"] = right
	}
	return r.put(m{"l": nil, "e": entries})
}

func (r *repository) bytes(root cbor.Tag) []byte {
	r.t.Helper()
	header, err := cbor.Marshal(m{"roots": []any{root}, "version": 1})
	if err != nil {
		r.t.Fatal(err)
	}
	var b bytes.Buffer
	r.section(&b, header)
	b.Write(r.blocks.Bytes())
	return b.Bytes()
}

func record(text string, more m) m {
	out := m{"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-03-02T10:00:00.000Z"}
	maps.Copy(out, more)
	return out
}

// export is a repository with everything that is read, and with what is not.
func export(tb testing.TB) []byte {
	tb.Helper()
	r := &repository{t: tb}
	long := "see example.org/a-long-na... marker"
	first := map[string]cbor.Tag{
		"app.bsky.feed.post/3aaa": r.put(record(long, m{"langs": []string{"en"}, "facets": []m{{"index": m{"byteStart": 4, "byteEnd": 28}, "features": []m{{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/a-long-name"}}}}})),
		"app.bsky.feed.post/3bbb": r.put(record("my own thread", m{"reply": m{"root": m{"uri": "at://" + did + "/app.bsky.feed.post/3aaa"}, "parent": m{"uri": "at://" + did + "/app.bsky.feed.post/3aaa"}}})),
		"app.bsky.feed.post/3ccc": r.put(record("to somebody", m{"langs": []string{"en", "fr"}, "reply": m{"root": m{"uri": "at://did:plc:other/app.bsky.feed.post/3zzz"}, "parent": m{"uri": "at://did:plc:other/app.bsky.feed.post/3zzz"}}})),
	}
	second := map[string]cbor.Tag{
		"app.bsky.actor.profile/self": r.put(m{"$type": "app.bsky.actor.profile", "displayName": "Rowan", "description": "Nurse, nights. marker", "labels": m{"values": []m{{"val": "!no-unauthenticated"}}}}),
		"app.bsky.feed.like/3ddd":     r.put(m{"$type": "app.bsky.feed.like", "subject": m{"uri": "at://x"}}),
		"app.bsky.feed.post/3eee":     r.put(record("", m{"embed": m{"$type": "app.bsky.embed.images", "images": []m{{"alt": "a cake marker"}, {"alt": ""}}}})),
		"app.bsky.feed.post/3fff":     r.put(record("with a quotation", m{"embed": m{"$type": "app.bsky.embed.recordWithMedia", "media": m{"$type": "app.bsky.embed.video", "alt": "a walk"}}})),
		"app.bsky.feed.repost/3ggg":   r.put(m{"$type": "app.bsky.feed.repost", "subject": m{"uri": "at://x"}}),
		"com.example.blog/3hhh":       r.put(m{"$type": "com.example.blog", "content": "marker"}),
	}
	r.put(record("deleted long ago marker", nil))
	tree := r.node(second, r.node(first, nil))
	return r.bytes(r.put(m{"did": did, "rev": "3x", "data": tree, "prev": nil, "version": 3, "sig": []byte("s")}))
}

func files(b []byte) fstest.MapFS {
	fsys := archivetest.Files(map[string]string{
		"repo.didDoc.json": `{"id":"` + did + `","alsoKnownAs":["at://rowan.example"]}`,
		"other.json":       `{"id":"did:plc:other","alsoKnownAs":["at://other.example"]}`,
	})
	fsys["repo.car"] = &fstest.MapFile{Data: b}
	return fsys
}

type short struct{ ID, Kind, Text, URL, Thread, Lang string }

func shorts(items []archive.Item) []short {
	var out []short
	for _, i := range items {
		out = append(out, short{i.Draft.ID, i.Draft.Kind, i.Draft.Text, i.URL, i.Thread, i.Draft.Lang})
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	fsys := files(export(t))
	if !(bluesky.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	items, report, err := archivetest.Read(t, bluesky.Format{}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	url := "https://bsky.app/profile/" + did
	want := []short{
		{"bluesky-3aaa", "post", "see https://example.org/a-long-name marker", url + "/post/3aaa", "bluesky-3aaa", "en"},
		{"bluesky-3bbb", "post", "my own thread", url + "/post/3bbb", "bluesky-3aaa", ""},
		{"bluesky-3ccc", "reply", "to somebody", url + "/post/3ccc", "bluesky-3zzz", ""},
		{"bluesky-bio", "bio", "Nurse, nights. marker", url, "", ""},
		{"bluesky-3eee", "post", "", url + "/post/3eee", "bluesky-3eee", ""},
		{"bluesky-3fff", "post", "with a quotation", url + "/post/3fff", "bluesky-3fff", ""},
	}
	if diff := gocmp.Diff(want, shorts(sorted(items, want))); diff != "" {
		t.Error(diff)
	}
	if diff := gocmp.Diff(map[string]int{"a repost of somebody else's words": 1, "a record of another app": 1, "deleted already": 1}, archivetest.Skips(report)); diff != "" {
		t.Error(diff)
	}
	if diff := gocmp.Diff([]archive.Setting{{Name: "label", Value: "!no-unauthenticated"}}, report.Settings); diff != "" {
		t.Error(diff)
	}
	pictures := sorted(items, want)[4].Draft
	if diff := gocmp.Diff([]bedside.Media{{Alt: "a cake marker"}, {}}, pictures.Media); diff != "" {
		t.Error(diff)
	}
	account := bedside.Account{Platform: "bluesky", Handle: "rowan.example", Audience: "public", Bio: "Nurse, nights. marker"}
	if diff := gocmp.Diff(account, pictures.Account); diff != "" || pictures.Time.Format("2006-01-02") != "2026-03-02" {
		t.Error(diff, pictures.Time)
	}
}

// sorted puts items into the order of what is wanted: the builder puts records in the order of a map.
func sorted(items []archive.Item, want []short) []archive.Item {
	place := func(i archive.Item) int {
		return slices.IndexFunc(want, func(s short) bool { return s.ID == i.Draft.ID })
	}
	return slices.SortedFunc(slices.Values(items), func(a, b archive.Item) int { return cmp.Compare(place(a), place(b)) })
}

func TestOneFileByItself(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"download": {Data: export(t)}}
	items, _, err := archivetest.Read(t, bluesky.Format{}, fsys)
	if err != nil || !(bluesky.Format{}).Recognize(fsys) || len(items) != 6 || items[0].Draft.Account.Handle != "" {
		t.Errorf("got %d items, %v", len(items), err)
	}
}

// TestPartOfARepository keeps posts whose place in the tree is not in the file: they may stand.
func TestPartOfARepository(t *testing.T) {
	t.Parallel()
	r := &repository{t: t}
	r.put(record("still here", nil))
	missing := (&repository{t: t}).put(m{"l": nil, "e": []m{}})
	root := r.put(m{"did": did, "data": missing, "version": 3})
	items, _, err := archivetest.Read(t, bluesky.Format{}, files(r.bytes(root)))
	if diff := gocmp.Diff([]string{"still here"}, archivetest.Texts(items)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if items[0].URL != "" || items[0].Draft.ID == "" {
		t.Errorf("got %q", items[0].URL)
	}
}

func TestCutOff(t *testing.T) {
	t.Parallel()
	whole := export(t)
	for n := range len(whole) {
		fsys := files(whole[:n])
		if !(bluesky.Format{}).Recognize(fsys) {
			continue
		}
		items, report, err := archivetest.Read(t, bluesky.Format{}, fsys)
		if err != nil || len(items) > 7 {
			t.Fatalf("after %d bytes: %d items, %v", n, len(items), err)
		}
		if skips := archivetest.Skips(report); skips["cut off before its end"] > 1 {
			t.Fatalf("after %d bytes: %v", n, skips)
		}
	}
}

func TestHarmfulFiles(t *testing.T) {
	t.Parallel()
	whole := export(t)
	headerEnd := 1 + int(whole[0])
	header := whole[:headerEnd]
	with := func(rest ...byte) []byte { return append(slices.Clone(header), rest...) }
	loop := &repository{t: t}
	self := loop.put(m{"l": nil, "e": []m{}})
	tests := map[string]struct {
		b      []byte
		reason string
	}{
		"a length beyond any":   {with(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), "an entry is larger than the protocol allows: the rest of the file was not read"},
		"a length that is none": {with(bytes.Repeat([]byte{0xff}, 20)...), "cut off before its end"},
		"an empty entry":        {with(0), "not a repository"},
		"no identifier":         {with(3, 9, 9, 9), "not a repository"},
		"no content":            {loop.bytes(self), ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			items, report, err := archivetest.Read(t, bluesky.Format{}, files(test.b))
			if err != nil || len(items) > 0 || test.reason != "" && archivetest.Skips(report)[test.reason] != 1 {
				t.Errorf("got %d items, %v, %v", len(items), report.Skipped, err)
			}
		})
	}
}

func TestNestedDeep(t *testing.T) {
	t.Parallel()
	r := &repository{t: t}
	var deep any = "x"
	for range 25 {
		deep = []any{deep}
	}
	root := r.put(record("words", m{"embed": deep}))
	for range 30 {
		deep = []any{deep}
	}
	r.put(record("words marker", m{"embed": deep}))
	items, report, err := archivetest.Read(t, bluesky.Format{}, files(r.bytes(root)))
	if err != nil || len(items) != 1 || archivetest.Skips(report)["of an unknown shape"] != 1 {
		t.Errorf("got %d items, %v, %v", len(items), report.Skipped, err)
	}
}

// TestLongNames has a hundred thousand names of a megabyte each in a node of a few.
func TestLongNames(t *testing.T) {
	t.Parallel()
	r := &repository{t: t}
	post := r.put(record("words", nil))
	entries := []m{{"p": 0, "k": []byte("app.bsky.feed.post/" + strings.Repeat("a", 1<<20)), "v": post, "t": nil}}
	for range 50_000 {
		entries = append(entries, m{"p": 1 << 20, "k": []byte("b"), "v": post, "t": nil})
	}
	root := r.put(m{"did": did, "data": r.put(m{"l": nil, "e": entries}), "version": 3})
	items, _, err := archivetest.Read(t, bluesky.Format{}, files(r.bytes(root)))
	if err != nil || len(items) != 1 || items[0].URL != "" {
		t.Errorf("got %d items, %v", len(items), err)
	}
}

func TestNotBluesky(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"repo.car": "\x05hello", "empty.car": "", "notes": "words", "car.json": "{}"} {
		if (bluesky.Format{}).Recognize(archivetest.Files(map[string]string{name: text})) {
			t.Errorf("%s is recognised", name)
		}
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, bluesky.Format{}, files(export(t)))
}

func FuzzRead(f *testing.F) {
	whole := export(f)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		b = []byte(strings.ReplaceAll(string(b), "marker", ""))
		archivetest.Check(t, bluesky.Format{}, fstest.MapFS{"a.car": {Data: b}})
	})
}
