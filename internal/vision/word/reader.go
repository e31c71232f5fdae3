package word

import (
	"context"
	"errors"
	"fmt"
	"image"
	"strings"

	"bedside"
	"bedside/internal/vision/onnx"
)

// Network is what runs the two networks.
type Network interface {
	Run(inputs ...onnx.Tensor) ([]onnx.Tensor, error)
}

// Reader finds and reads words. It may be used from several goroutines.
type Reader struct {
	finder, reader Network
	letters        alphabet
}

// New makes a reader of the files of its networks. The characters that the second one knows stand in its file.
func New(finder, reader []byte) (*Reader, error) {
	f, err := onnx.Load(finder)
	if err != nil {
		return nil, fmt.Errorf("the network that finds words: %w", err)
	}
	r, err := onnx.Load(reader)
	if err != nil {
		return nil, fmt.Errorf("the network that reads words: %w", err)
	}
	characters := r.Notes["character"]
	if characters == "" {
		return nil, errors.New("the network that reads words: its file does not name its characters")
	}
	return With(f, r, strings.Split(strings.TrimSuffix(characters, "\n"), "\n")), nil
}

// With makes a reader of two networks and the characters of the second, without the one for nothing and the space behind them.
func With(finder, reader Network, characters []string) *Reader {
	return &Reader{finder, reader, alphabetOf(characters)}
}

// mostLines bounds how many lines of one picture are looked at: more than a page of print has.
const mostLines = 400

// FindWords finds the lines of words in a picture, in the order in which they are read. All are found before any is read; those that there was no time
// for, or that cannot be read, have no words. When the context ends first, its error comes with what there is.
func (r *Reader) FindWords(ctx context.Context, picture *image.RGBA) ([]bedside.SeenText, error) {
	if picture.Rect.Dx() < 4 || picture.Rect.Dy() < 4 {
		return nil, nil
	}
	lines, err := r.find(ctx, picture)
	if err != nil {
		return nil, err
	}
	err = r.read(ctx, picture, lines)
	size := picture.Rect.Size()
	return told(inOrder(likely(lines, size)), size), err
}

// told is the lines as the rest of Bedside knows them.
func told(lines []line, size image.Point) []bedside.SeenText {
	all := make([]bedside.SeenText, 0, len(lines))
	for _, l := range lines {
		b := l.box.Intersect(image.Rectangle{Max: size})
		if !b.Empty() {
			all = append(all, bedside.SeenText{Box: [4]int{b.Min.X, b.Min.Y, b.Dx(), b.Dy()}, Text: l.text})
		}
	}
	return all
}
