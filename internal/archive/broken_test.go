package archive_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"bedside"
)

func TestBrokenArchives(t *testing.T) {
	t.Parallel()
	text := file{name: "a.txt", text: strings.Repeat("words of a post, marker, over and over in another order ", 40)}
	zipped := zipOf(t, text)
	packed := gzipOf(t, tarOf(t, text))
	locked := bytes.Clone(zipped)
	at := bytes.Index(locked, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint16(locked[at+8:], binary.LittleEndian.Uint16(locked[at+8:])|1)
	overlapping := bytes.Clone(zipped)
	binary.LittleEndian.PutUint32(overlapping[at+20:], 1<<30)
	tests := map[string]struct {
		b    []byte
		want string
	}{
		"zip cut off":         {zipped[:len(zipped)-30], "a.bin: not a whole archive; get it again"},
		"zip with a password": {locked, "a.bin: it is locked with a password"},
		"zip with overlaps":   {overlapping, "a.bin: its entries say"},
		"gzip cut off":        {packed[:len(packed)/2], "a.bin: cut off before its end; get it again"},
		"gzip damaged":        {append(bytes.Clone(packed[:len(packed)-6]), 1, 2, 3, 4, 5, 6), "a.bin: damaged; get it again"},
		"gzip of no tar":      {gzipOf(t, []byte(strings.Repeat("marker", 200))), "a.bin: not a whole archive; get it again"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := readAll(t, write(t, "a.bin", test.b))
			if codeOf(err) != bedside.CodeInvalid || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "marker") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNoArchiveUnderTheNameOfOne(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a.zip", "a.tar", "a.tar.GZ", "a.tgz"} {
		for _, b := range []string{"", "marker\x00\x17"} {
			_, _, err := readAll(t, write(t, name, []byte(b)))
			if codeOf(err) != bedside.CodeInvalid || !strings.HasPrefix(err.Error(), name+": this is no zip or tar file, or a broken one") {
				t.Errorf("%d bytes as %s: got %v", len(b), name, err)
			}
		}
	}
}
