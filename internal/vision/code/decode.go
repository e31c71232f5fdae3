package code

import (
	"image"
	"math"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/aztec"
	"github.com/makiuchi-d/gozxing/datamatrix"
	multi "github.com/makiuchi-d/gozxing/multi/qrcode"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// reading is what a decoder made of a picture.
type reading struct {
	text  string
	where image.Rectangle
}

// decodeBars reads bars that run up and down. EAN stands before UPC, which is a part of it; the kinds with the weakest checks come last.
func decodeBars(g *grey) (kind, text string, ok bool) {
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	for _, try := range []struct {
		kind   string
		reader gozxing.Reader
		least  int // characters; shorter ones are chance
	}{
		{"code128", oned.NewCode128Reader(), 2},
		{"ean13", oned.NewEAN13Reader(), 13},
		{"ean8", oned.NewEAN8Reader(), 8},
		{"upca", oned.NewUPCAReader(), 12},
		{"code93", oned.NewCode93Reader(), 3},
		{"code39", oned.NewCode39Reader(), 4},
		{"codabar", oned.NewCodaBarReader(), 6},
		{"itf", oned.NewITFReader(), 8},
	} {
		if r := attempt(func() (*gozxing.Result, error) { return try.reader.Decode(bitmap(g, false), hints) }); r != nil && len(r.GetText()) >= try.least {
			return try.kind, r.GetText(), true
		}
	}
	return "", "", false
}

// decodeMatrix reads a matrix code in the middle of a picture.
func decodeMatrix(g *grey) (kind, text string, ok bool) {
	for _, try := range []struct {
		kind   string
		reader gozxing.Reader
	}{
		{"datamatrix", datamatrix.NewDataMatrixReader()},
		{"aztec", aztec.NewAztecReader()},
		{"qr", qrcode.NewQRCodeReader()},
	} {
		for _, fine := range []bool{true, false} {
			if r := attempt(func() (*gozxing.Result, error) { return try.reader.Decode(bitmap(g, fine), nil) }); r != nil && r.GetText() != "" {
				return try.kind, r.GetText(), true
			}
		}
	}
	return "", "", false
}

// decodeAllQR reads every QR code of a picture.
func decodeAllQR(g *grey) []reading {
	var all []reading
	attempt(func() (*gozxing.Result, error) {
		results, err := multi.NewQRCodeMultiReader().DecodeMultiple(bitmap(g, true), nil)
		for _, r := range results {
			if b := around(r.GetResultPoints()); !b.Empty() {
				all = append(all, reading{r.GetText(), b})
			}
		}
		return nil, err
	})
	return all
}

// attempt runs a decoder. What it cannot read is no error here; nor is a panic of it, on a picture that nobody thought of.
func attempt(decode func() (*gozxing.Result, error)) (result *gozxing.Result) {
	defer func() {
		if recover() != nil {
			result = nil
		}
	}()
	r, err := decode()
	if err != nil {
		return nil
	}
	return r
}

func around(points []gozxing.ResultPoint) image.Rectangle {
	if len(points) == 0 {
		return image.Rectangle{}
	}
	lowX, lowY, highX, highY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		lowX, lowY, highX, highY = min(lowX, p.GetX()), min(lowY, p.GetY()), max(highX, p.GetX()), max(highY, p.GetY())
	}
	return image.Rect(int(lowX), int(lowY), int(math.Ceil(highX)), int(math.Ceil(highY)))
}

// bitmap is a picture as decoders take it, in black and white: by what is around each dot, or by all of it.
func bitmap(g *grey, fine bool) *gozxing.BinaryBitmap {
	source, err := gozxing.NewPlanarYUVLuminanceSource(g.pix, g.width, g.height, 0, 0, g.width, g.height, false)
	if err != nil {
		panic("code: a picture that is larger than itself")
	}
	binarizer := gozxing.NewGlobalHistgramBinarizer(source)
	if fine {
		binarizer = gozxing.NewHybridBinarizer(source)
	}
	made, err := gozxing.NewBinaryBitmap(binarizer)
	if err != nil {
		panic("code: no binarizer")
	}
	return made
}
