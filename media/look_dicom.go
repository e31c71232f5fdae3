package media

import (
	"io"

	"bedside/media/dicom"
)

// scan looks at a file of a scanner. Of one that is too large to hold, its beginning tells all but the picture.
func (v *view) scan(f File) error {
	size := min(f.Size(), MaxStill)
	b := make([]byte, size)
	if _, err := io.ReadFull(&stopping{v.ctx, io.NewSectionReader(f, 0, size)}, b); err != nil {
		return unread(v.ctx, err)
	}
	found, all, err := dicom.Read(b, &v.told)
	if err != nil {
		return damaged("file of a scanner")
	}
	if !all {
		v.not("metadata", "The file breaks off, or holds more than is read. Not all of its fields were read.")
	}
	p, err := render(found, int64(len(b)))
	if err != nil {
		return err
	}
	v.seen.Width, v.seen.Height, v.seen.Likeness = p.Width, p.Height, LikenessOf(p.Pixels)
	v.recognise(p, 0)
	if found.Frames > 1 {
		v.not("frames", "Of the pictures in the file the first was looked at.")
	}
	return nil
}

// render makes the picture of a file of a scanner.
func render(found *dicom.Image, held int64) (*Picture, error) {
	if found == nil {
		return nil, unsupported("The file holds no picture that can be opened.")
	}
	if pixels := int64(found.Width) * int64(found.Height); pixels > MaxPixels || held+found.Cost()+4*pixels > maxMemory {
		return nil, tooLarge("The picture in the file is too large to be opened.")
	}
	decoded := found.Decode()
	if decoded == nil {
		return nil, unsupported("The picture in the file is packed in a way that cannot be opened here.")
	}
	return newPicture(decoded, 1), nil
}
