package archive_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
)

func TestBombs(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("0", 1<<20)
	bomb := file{name: "bomb.txt", text: zeros}
	small := file{name: "small.txt", text: "fits"}
	limits := archive.Limits{Entries: 10, File: 1 << 16, Spool: 1 << 20, Ratio: 250}
	for kind, path := range map[string]string{
		"zip":    write(t, "a.zip", zipOf(t, bomb, small)),
		"tar.gz": write(t, "a.tgz", gzipOf(t, tarOf(t, bomb, small))),
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			items, report, err := readWith(t, archive.Opener{Limits: limits}, path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"fits"}, texts(items)); diff != "" {
				t.Error(diff)
			}
			want := []archive.Skipped{{File: "bomb.txt", Reason: "larger than such a file may be when unpacked", Count: 1}}
			if diff := cmp.Diff(want, report.Skipped); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSizesAreNotBelieved opens a zip file that says of ten bytes that they are many gigabytes when unpacked.
func TestSizesAreNotBelieved(t *testing.T) {
	t.Parallel()
	b := zipOf(t, file{name: "w/a.txt", text: "ten  words"})
	binary.LittleEndian.PutUint32(b[bytes.Index(b, []byte("PK\x01\x02"))+24:], 0xfffffff0)
	s, err := archive.Open(t.Context(), write(t, "a.zip", b))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := allocated()
	if _, err := fs.ReadFile(s.FS(), "w/a.txt"); err == nil {
		t.Error("a file of another size than it says was read without an error")
	}
	if n := allocated() - before; n > 1<<30 { // other tests run beside this one
		t.Errorf("%d bytes were taken", n)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestRatio(t *testing.T) {
	t.Parallel()
	zeros := file{name: "a.png", text: strings.Repeat("\x00", 72<<20)}
	o := archive.Opener{Limits: archive.DefaultLimits()}
	o.Limits.Ratio = 10
	_, err := o.Open(t.Context(), write(t, "a.tar.gz", gzipOf(t, tarOf(t, zeros))))
	if codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("tar.gz: got %v", err)
	}
	s, err := o.Open(t.Context(), write(t, "a.zip", zipOf(t, zeros)))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := fs.ReadFile(s.FS(), "a.png"); codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("zip: got %v", err)
	}
}

// block is a header of a tar file.
func block(kind byte, name string, size int) []byte {
	b := make([]byte, 512)
	copy(b, name)
	copy(b[100:], "0000600\x000000000\x000000000\x00")
	copy(b[124:], fmt.Sprintf("%011o\x0000000000000\x00        ", size))
	b[156] = kind
	copy(b[257:], "ustar\x0000")
	sum := 0
	for _, c := range b {
		sum += int(c)
	}
	copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	return b
}

// TestHoles opens a tar file of two kilobytes with a text of one gigabyte in it, nearly all of which is a hole.
func TestHoles(t *testing.T) {
	t.Parallel()
	var records strings.Builder
	for _, r := range []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=a.txt", "GNU.sparse.realsize=1073741824"} {
		n := len(r) + 2 // with the space and the end of the line
		n += len(strconv.Itoa(n + 2))
		fmt.Fprintf(&records, "%d %s\n", n, r)
	}
	pad := func(s string) []byte { return append([]byte(s), make([]byte, 512-len(s))...) }
	b := slices.Concat(block('x', "pax", records.Len()), pad(records.String()), block('0', "a.txt", 513), pad("1\n1073741823\n1\n"), pad("x"), make([]byte, 1024))
	_, err := archive.Open(t.Context(), write(t, "a.tar", b))
	if codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("got %v", err)
	}
}

func TestTooManyEntries(t *testing.T) {
	t.Parallel()
	var files []file
	for i := range 11 {
		files = append(files, file{name: strings.Repeat("a", i+1) + ".txt", text: "x"})
	}
	limits := archive.Limits{Entries: 10, File: 1 << 16, Spool: 1 << 20, Ratio: 250}
	for kind, path := range map[string]string{"zip": write(t, "a.zip", zipOf(t, files...)), "tar": write(t, "a.tar", tarOf(t, files...))} {
		if _, err := (archive.Opener{Limits: limits}).Open(t.Context(), path); codeOf(err) != bedside.CodeTooLarge {
			t.Errorf("%s: got %v", kind, err)
		}
	}
}
