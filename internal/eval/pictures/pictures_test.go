package pictures_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/eval/pictures"
)

func TestClinicalPicturesAreTheSameEachTime(t *testing.T) {
	t.Parallel()
	a, err := pictures.Clinical(2, 5)
	if err != nil {
		t.Fatal(err)
	}
	b, err := pictures.Clinical(3, 5)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, b[:2]); diff != "" {
		t.Error("drawn twice, they differ")
	}
	if bytes.Equal(a[0].JPEG, a[1].JPEG) {
		t.Error("two pictures are one")
	}
}

func TestTruthLiesInThePicture(t *testing.T) {
	t.Parallel()
	all, err := pictures.Clinical(10, 1)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{}
	for _, p := range all {
		kinds[p.Kind] = true
		m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		if len(p.Words) < 5 || len(p.Planted) < 2 {
			t.Errorf("%s: %d words, %d identifiers", p.Name, len(p.Words), len(p.Planted))
		}
		boxes := []image.Rectangle{}
		for _, w := range p.Words {
			boxes = append(boxes, w.Box)
		}
		for _, c := range p.Codes {
			boxes = append(boxes, c.Box)
		}
		for _, planted := range p.Planted {
			boxes = append(boxes, planted.Boxes...)
		}
		for _, b := range boxes {
			if b.Empty() || !b.In(m.Bounds()) {
				t.Errorf("%s: the box %v does not lie in %v", p.Name, b, m.Bounds())
			}
		}
	}
	if len(kinds) != 10 {
		t.Errorf("%d kinds", len(kinds))
	}
}

func TestPlainPicturesHaveNoTruth(t *testing.T) {
	t.Parallel()
	all, err := pictures.Plain(12, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if _, err := jpeg.Decode(bytes.NewReader(p.JPEG)); err != nil || len(p.Words)+len(p.Planted)+len(p.Codes) > 0 {
			t.Errorf("%s: %d words, error %v", p.Name, len(p.Words), err)
		}
	}
}
