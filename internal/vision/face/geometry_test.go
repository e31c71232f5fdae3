package face_test

import (
	"image"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/vision/face"
	"bedside/internal/vision/onnx"
)

func TestTheViewIsTheMeanOfWhatFallsTogether(t *testing.T) {
	t.Parallel()
	p := image.NewRGBA(image.Rect(0, 0, 80, 60))
	for y := range 60 {
		for x := range 80 {
			i := p.PixOffset(x, y)
			p.Pix[i], p.Pix[i+1], p.Pix[i+2] = uint8(x), uint8(y), 200
		}
	}
	v := face.Show(p, image.Rect(20, 10, 80, 50), 30) // 60 by 40 shown as 30 by 20, filled up to 32 by 32
	if diff := cmp.Diff([]int{1, 3, 32, 32}, v.Shape); diff != "" {
		t.Fatalf("shape (-want +got):\n%s", diff)
	}
	at := func(channel, x, y int) float64 { return float64(v.Floats[(channel*32+y)*32+x]) }
	for _, c := range []struct {
		what            string
		channel, x, y   int
		want, tolerance float64
	}{
		{"red, first", 0, 0, 0, 20.5, .01},
		{"red, last", 0, 29, 19, 78.5, .01},
		{"green, first", 1, 0, 0, 10.5, .01},
		{"green, last", 1, 29, 19, 48.5, .01},
		{"blue", 2, 15, 10, 200, .01},
		{"beside the picture", 2, 30, 0, 0, 0},
		{"below the picture", 2, 0, 20, 0, 0},
	} {
		if got := at(c.channel, c.x, c.y); math.Abs(got-c.want) > c.tolerance {
			t.Errorf("%s: got %v, want %v", c.what, got, c.want)
		}
	}
}

// said is what the network says of 8 by 8 places: a face at row 3, column 4, twelve high and eight wide, one pixel lower and two further right.
func said(score float32) []onnx.Tensor {
	likely, size, offset := make([]float32, 64), make([]float32, 128), make([]float32, 128)
	at := 3*8 + 4
	likely[at], likely[at+1] = score, score-.01
	for _, i := range []int{at, at + 1} {
		size[i], size[64+i] = float32(math.Log(12./4)), float32(math.Log(8./4))
		offset[i], offset[64+i] = .25, .5
	}
	tensor := func(channels int, v []float32) onnx.Tensor {
		return onnx.Tensor{Shape: []int{1, channels, 8, 8}, Floats: v}
	}
	return []onnx.Tensor{tensor(1, likely), tensor(2, size), tensor(2, offset)}
}

func TestOutputsBecomeBoxesOfThePicture(t *testing.T) {
	t.Parallel()
	p := image.NewRGBA(image.Rect(0, 0, 100, 100))
	part := image.Rect(30, 20, 62, 52)
	got, err := face.Read(p, part, 32, said(.7))
	if err != nil {
		t.Fatal(err)
	}
	want := []image.Rectangle{image.Rect(46, 29, 54, 41)} // the middle is 30 + (4 + .5 + .5)·4, 20 + (3 + .25 + .5)·4
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, err := face.Read(p, part, 32, said(.1)); err != nil || len(got) != 0 {
		t.Errorf("what is not likely was taken: %v, %v", got, err)
	}
	for name, out := range map[string][]onnx.Tensor{"none": nil, "one": said(.7)[:1], "another": {said(.7)[1], said(.7)[1], said(.7)[1]}} {
		if _, err := face.Read(p, part, 32, out); err == nil {
			t.Errorf("%s: outputs of another network were read", name)
		}
	}
}

func TestOnlyWhatIsSmallAndInDoubtIsLookedAtFromNear(t *testing.T) {
	t.Parallel()
	bounds := image.Rect(0, 0, 4000, 3000)
	box := func(x, y, size int) image.Rectangle { return image.Rect(x, y, x+size, y+size) }
	large := face.Likely{Box: box(100, 100, 800), Score: .9}
	if got := face.Parts([]face.Likely{large}, bounds, .24); len(got) != 0 {
		t.Errorf("a large face was looked at again: %v", got)
	}
	crowd := []face.Likely{large}
	for i := range 12 {
		crowd = append(crowd, face.Likely{Box: box(1000+40*i, 1500, 35), Score: .3})
	}
	got := face.Parts(crowd, bounds, .24)
	if len(got) == 0 || len(got) > 3 {
		t.Errorf("a crowd that stands together took %d looks", len(got))
	}
	for i := range 12 {
		crowd = append(crowd, face.Likely{Box: box(3990, 200*i, 10), Score: .2})
	}
	got = face.Parts(crowd, bounds, .24)
	if len(got) != 4 {
		t.Errorf("%d looks", len(got))
	}
	if few := face.Parts(crowd, image.Rect(0, 0, 1600, 1200), .6); len(few) != 1 {
		t.Errorf("%d looks at a picture of two million pixels", len(few))
	}
	for _, part := range got {
		if !part.In(bounds) || part.Dx() != 448 || part.Dy() != 448 {
			t.Errorf("a look at %v", part)
		}
	}
}

func TestOnlyWhatTheWholePictureShowsIsSure(t *testing.T) {
	t.Parallel()
	bounds := image.Rect(0, 0, 500, 500)
	clear, faint, small := image.Rect(10, 10, 60, 60), image.Rect(100, 100, 120, 120), image.Rect(480, 300, 520, 320)
	seen := []face.Likely{{Box: clear, Score: .7}, {Box: faint, Score: .3}}
	closer := []face.Likely{{Box: clear.Add(image.Pt(1, 0)), Score: .8}, {Box: faint, Score: .9}, {Box: small, Score: .55}}
	want := []face.Face{
		{Box: faint, Score: .9},
		{Box: clear.Add(image.Pt(1, 0)), Score: .8, Sure: true},
		{Box: small.Intersect(bounds), Score: .55},
	}
	if diff := cmp.Diff(want, face.Faces(seen, closer, bounds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
