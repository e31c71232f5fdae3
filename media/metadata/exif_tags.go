package metadata

import "encoding/binary"

// The tags that are asked for by themselves.
const (
	tagMake         = 0x010f
	tagModel        = 0x0110
	tagOrientation  = 0x0112
	tagThumbnail    = 0x0201
	tagXMP          = 0x02bc
	tagIPTC         = 0x83bb
	tagPhotoshop    = 0x8649
	tagEXIF         = 0x8769
	tagGPS          = 0x8825
	tagLatitudeRef  = 1
	tagLatitude     = 2
	tagLongitudeRef = 3
	tagLongitude    = 4
	tagTimeStamp    = 7
	tagDateStamp    = 29
)

// meaning is what a field's value is to us.
type meaning int

const (
	noted     meaning = iota // that it is there
	owner                    // whose the picture is
	words                    // what somebody wrote
	wideOwner                // the same two in UTF-16
	wideWords
	comment // words behind the name of their characters
	taken
	created
	modified
)

type tag struct {
	name  string
	means meaning
}

// tell notes the fields of a directory that a table names.
func (d directory) tell(c *Collector, tags map[uint16]tag) {
	for _, f := range d.fields {
		t, ok := tags[f.tag]
		if !ok {
			continue
		}
		name := "EXIF:" + t.name
		switch t.means {
		case noted:
			c.Field(name)
		case owner:
			c.Owner(name, d.text(f.tag))
		case words:
			c.Words(name, d.text(f.tag))
		case wideOwner:
			c.Owner(name, wide(f.value, binary.LittleEndian))
		case wideWords:
			c.Words(name, wide(f.value, binary.LittleEndian))
		case comment:
			c.Words(name, d.comment(f.tag))
		case taken:
			c.Time(name, d.text(f.tag), Taken)
		case created:
			c.Time(name, d.text(f.tag), Created)
		case modified:
			c.Time(name, d.text(f.tag), Modified)
		}
	}
}

// pictureTags are the fields of a picture's own directory that say something of people, places, times or devices.
func pictureTags() map[uint16]tag {
	return map[uint16]tag{
		0x010d: {"DocumentName", words},
		0x010e: {"ImageDescription", words},
		0x010f: {"Make", noted},
		0x0110: {"Model", noted},
		0x0131: {"Software", noted},
		0x0132: {"DateTime", modified},
		0x013b: {"Artist", owner},
		0x013c: {"HostComputer", noted},
		0x8298: {"Copyright", owner},
		0x9003: {"DateTimeOriginal", taken},
		0x9c9b: {"XPTitle", wideWords},
		0x9c9c: {"XPComment", wideWords},
		0x9c9d: {"XPAuthor", wideOwner},
		0x9c9e: {"XPKeywords", wideWords},
		0x9c9f: {"XPSubject", wideWords},
		0xc614: {"UniqueCameraModel", noted},
		0xc62f: {"CameraSerialNumber", noted},
		0xc634: {"DNGPrivateData", noted},
		0xc65d: {"RawDataUniqueID", noted},
		0xc68b: {"OriginalRawFileName", noted},
		0xc71b: {"PreviewDateTime", noted},
	}
}

// exifTags are the same of the directory of EXIF.
func exifTags() map[uint16]tag {
	return map[uint16]tag{
		0x9003: {"DateTimeOriginal", taken},
		0x9004: {"DateTimeDigitized", created},
		0x9010: {"OffsetTime", noted},
		0x9011: {"OffsetTimeOriginal", noted},
		0x9012: {"OffsetTimeDigitized", noted},
		0x927c: {"MakerNote", noted},
		0x9286: {"UserComment", comment},
		0xa004: {"RelatedSoundFile", noted},
		0xa214: {"SubjectLocation", noted},
		0xa420: {"ImageUniqueID", noted},
		0xa430: {"CameraOwnerName", owner},
		0xa431: {"BodySerialNumber", noted},
		0xa433: {"LensMake", noted},
		0xa434: {"LensModel", noted},
		0xa435: {"LensSerialNumber", noted},
		0xa436: {"ImageTitle", words},
		0xa437: {"Photographer", owner},
		0xa438: {"ImageEditor", owner},
	}
}

// gpsTags are the same of the directory of a place.
func gpsTags() map[uint16]tag {
	return map[uint16]tag{
		2:  {"GPSLatitude", noted},
		4:  {"GPSLongitude", noted},
		6:  {"GPSAltitude", noted},
		7:  {"GPSTimeStamp", noted},
		17: {"GPSImgDirection", noted},
		20: {"GPSDestLatitude", noted},
		22: {"GPSDestLongitude", noted},
		27: {"GPSProcessingMethod", noted},
		28: {"GPSAreaInformation", comment},
		29: {"GPSDateStamp", noted},
	}
}
