// Package exif holds what is read of files' metadata, and what is left of it after stripping, beside what exiftool reads. It is no part
// of the product, and needs exiftool and a folder of pictures: neither is part of this repository. Start with [Measure].
package exif

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bedside"
	"bedside/media"
)

// Exiftool runs exiftool with flags on files, and gives what it prints.
type Exiftool func(ctx context.Context, args ...string) ([]byte, error)

// Report says how often both agree, and names the files where they do not.
type Report struct {
	Files, Looked  int // in the folders; that could be opened at all
	Places, Dates  Share
	Stripped, Kept int // copies without metadata; those in which exiftool still finds something that tells
	SamePixels     Share
	Apart          []string
	OutOfReach     int // files that Strip refuses
}

// Share is so many of all.
type Share struct{ Right, All int }

// String writes a share with its percentage.
func (s Share) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", s.Right, s.All, 100*float64(s.Right)/math.Max(1, float64(s.All)))
}

// Measure looks at every file in the folders. Copies are made in a folder that is given, and removed.
func Measure(ctx context.Context, run Exiftool, scratch string, folders ...string) (*Report, error) {
	r := &Report{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			return r.file(ctx, run, scratch, path)
		})
		if err != nil {
			return nil, err
		}
	}
	return r, nil
}

// tags are what exiftool reads of one file, by group and name.
type tags map[string]any

func read(ctx context.Context, run Exiftool, path string) (tags, error) {
	b, err := run(ctx, "-json", "-n", "-G1", "-a", "-ee", path)
	if err != nil && len(b) == 0 { // exiftool fails where a file is damaged, and still says what it found
		return nil, fmt.Errorf("run exiftool: %w", err)
	}
	var found []tags
	if err := json.Unmarshal(b, &found); err != nil || len(found) == 0 {
		return nil, errors.New("exiftool did not answer as it should")
	}
	return found[0], nil
}

func (r *Report) file(ctx context.Context, run Exiftool, scratch, path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	r.Files++
	seen, err := media.Look(ctx, bytes.NewReader(b), media.Recognisers{})
	if err != nil || seen.Type == "" {
		return nil //nolint:nilerr // damaged files and others are counted by their absence
	}
	r.Looked++
	want, err := read(ctx, run, path)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	r.place(name, want, seen)
	r.date(name, want, seen)
	return r.strip(ctx, run, filepath.Join(scratch, "copy"), name, b)
}

// place compares where a picture was taken, to a hundred-thousandth of a degree: one metre.
func (r *Report) place(name string, want tags, seen *bedside.Seen) {
	latitude, ok1 := want["Composite:GPSLatitude"].(float64)
	longitude, ok2 := want["Composite:GPSLongitude"].(float64)
	if !ok1 || !ok2 {
		return
	}
	r.Places.All++
	p := seen.Metadata.Place
	if p != nil && math.Abs(float64(p.Latitude)/1e6-latitude) < 1e-5 && math.Abs(float64(p.Longitude)/1e6-longitude) < 1e-5 {
		r.Places.Right++
		return
	}
	r.Apart = append(r.Apart, fmt.Sprintf("%s: place %v, %v by exiftool, %v here", name, latitude, longitude, p))
}

// date compares when a picture was taken: the first of exiftool's that is nearest to the taking.
func (r *Report) date(name string, want tags, seen *bedside.Seen) {
	for _, tag := range []string{
		"ExifIFD:DateTimeOriginal", "Keys:CreationDate", "UserData:ContentCreateDate", "ItemList:ContentCreateDate", "XMP-exif:DateTimeOriginal", "XMP-photoshop:DateCreated", "IPTC:DateCreated",
		"ExifIFD:CreateDate", "XMP-xmp:CreateDate", "QuickTime:CreateDate", "IPTC:DigitalCreationDate", "IFD0:ModifyDate", "XMP-xmp:ModifyDate", "QuickTime:ModifyDate", "PNG:ModifyDate", "GPS:GPSDateStamp",
	} {
		value := fmt.Sprint(cmp.Or(want[tag], any("")))
		if digits(value) == "" {
			continue
		}
		r.Dates.All++
		got := digits(seen.Metadata.Taken)
		if n := min(len(got), len(digits(value)), 14); n >= 8 && got[:n] == digits(value)[:n] {
			r.Dates.Right++
			return
		}
		r.Apart = append(r.Apart, fmt.Sprintf("%s: %s %s by exiftool, %q here", name, tag, value, seen.Metadata.Taken))
		return
	}
}

// digits are those of a time, and none where all are zero.
func digits(value string) string {
	d := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, value)
	if strings.Trim(d, "0") == "" {
		return ""
	}
	return d
}

// strip makes a copy without metadata, and has exiftool look at it.
func (r *Report) strip(ctx context.Context, run Exiftool, to, name string, b []byte) error {
	var out bytes.Buffer
	if err := media.Strip(ctx, &out, bytes.NewReader(b)); err != nil {
		r.OutOfReach++
		return nil
	}
	if err := os.WriteFile(to, out.Bytes(), 0o600); err != nil {
		return err
	}
	defer os.Remove(to)
	left, err := read(ctx, run, to)
	if err != nil {
		return err
	}
	r.Stripped++
	if telling := left.telling(); len(telling) > 0 {
		r.Kept++
		r.Apart = append(r.Apart, fmt.Sprintf("%s: after stripping %v", name, telling))
	}
	r.pixels(ctx, name, b, out.Bytes())
	return nil
}

// pixels compares what both files show, where that can be opened.
func (r *Report) pixels(ctx context.Context, name string, b, out []byte) {
	p, err := media.Decode(ctx, bytes.NewReader(b))
	if err != nil {
		return
	}
	r.SamePixels.All++
	q, err := media.Decode(ctx, bytes.NewReader(out))
	if err == nil && p.Width == q.Width && bytes.Equal(p.Pixels.Pix, q.Pixels.Pix) {
		r.SamePixels.Right++
		return
	}
	r.Apart = append(r.Apart, name+": the pixels of the copy differ")
}

// telling are the tags that say something of people, places, times or devices: all but those that say how a picture is to be shown.
func (t tags) telling() []string {
	var out []string
	for tag, value := range t {
		group, name, _ := strings.Cut(tag, ":")
		if technical(group, name) || digits(fmt.Sprint(value)) == "" && strings.ContainsAny(name, "DT") && strings.HasSuffix(name, "Date") {
			continue
		}
		out = append(out, tag)
	}
	slices.Sort(out)
	return out
}

// technical groups and tags: how a file is built and its colours meant, what exiftool and the file system say themselves.
func technical(group, name string) bool {
	switch group {
	case "", "SourceFile", "ExifTool", "System", "File", "JFIF", "Adobe", "Composite", "RIFF", "GIF", "PNG", "PNG-pHYs", "Meta", "QuickTime", "AnimationControl", "PNG-cICP":
		for _, tells := range []string{"GPS", "Comment", "Author", "Artist", "Copyright", "Software", "Make", "Model", "Owner", "Serial", "Title", "Description", "Keyword", "Location", "Camera", "ModifyDate", "CreateDate"} {
			if group != "System" && group != "ExifTool" && strings.Contains(name, tells) && !strings.Contains(name, "ColorModel") {
				return strings.HasSuffix(name, "Date") && group == ""
			}
		}
		return true
	case "IFD0": // the way that a picture is turned
		return slices.Contains([]string{"Orientation", "XResolution", "YResolution", "ResolutionUnit", "YCbCrPositioning"}, name)
	}
	if strings.HasPrefix(group, "ICC") {
		return true
	}
	return strings.HasPrefix(group, "Track") && !strings.Contains(name, "GPS") && !strings.HasSuffix(name, "Date")
}

// Print tells the figures, and what is apart.
func (r *Report) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "metadata beside exiftool: %d files, %d opened\n  places %v\n  dates  %v\nwithout metadata: %d copies, %d in which exiftool finds something that tells; %d files out of reach\n  same pixels %v\n",
		r.Files, r.Looked, r.Places, r.Dates, r.Stripped, r.Kept, r.OutOfReach, r.SamePixels)
	for _, line := range r.Apart {
		if err == nil {
			_, err = fmt.Fprintln(w, "  apart:", line)
		}
	}
	return err
}
