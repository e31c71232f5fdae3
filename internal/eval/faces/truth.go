package faces

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bedside/media"
)

// photograph is a picture with the faces in it.
type photograph struct {
	name   string
	pixels *image.RGBA
	faces  []image.Rectangle
}

// photographs reads the marked photographs: faces-truth.json beside the folder faces-group names them with a letter for their source.
func photographs(ctx context.Context, folder string) ([]photograph, error) {
	b, err := os.ReadFile(filepath.Join(folder, "faces-truth.json"))
	if err != nil {
		return nil, fmt.Errorf("no marked photographs: %w", err)
	}
	var truth map[string][][4]int
	if err := json.Unmarshal(b, &truth); err != nil {
		return nil, fmt.Errorf("faces-truth.json: %w", err)
	}
	var all []photograph
	for name, boxes := range truth {
		_, file, _ := strings.Cut(name, "_")
		pixels, err := open(ctx, filepath.Join(folder, "faces-group", file))
		if os.IsNotExist(err) {
			continue // marked, but not among these
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		p := photograph{name: name, pixels: pixels}
		for _, x := range boxes {
			p.faces = append(p.faces, image.Rect(x[0], x[1], x[0]+x[2], x[1]+x[3]))
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b photograph) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// open reads a picture as people see it.
func open(ctx context.Context, path string) (*image.RGBA, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	p, err := media.Decode(ctx, sized{f, info.Size()})
	if err != nil {
		return nil, err
	}
	return p.Pixels, nil
}

type sized struct {
	*os.File
	size int64
}

func (s sized) Size() int64 { return s.size }
