package dicom

import (
	"encoding/binary"
	"slices"
)

// Recognised reports whether a file that begins so is a DICOM file: by the prefix at byte 128, or by two elements that follow one
// another as they must. Files without a prefix are common, and some have a few stray bytes before their first element.
func Recognised(head []byte) bool {
	_, _, ok := start(head)
	return ok
}

// start finds the first element, and how it is written where no prefix says so.
func start(b []byte) (at int, r reader, ok bool) {
	if len(b) >= 132 && string(b[128:132]) == "DICM" {
		return 132, reader{order: binary.LittleEndian, explicit: true}, true
	}
	for at := range min(8, len(b)) {
		for _, r := range []reader{{nil, binary.LittleEndian, true}, {nil, binary.BigEndian, true}, {nil, binary.LittleEndian, false}} {
			if r.b = b[at:]; begins(&r) {
				return at, r, true
			}
		}
	}
	return 0, r, false
}

// begins reads two elements of the groups that files begin with.
func begins(r *reader) bool {
	first, ok := r.next()
	if !ok || first.tag>>16 != 2 && first.tag>>16 != 8 || first.tag&0xffff > 0x20 || !r.known(first) {
		return false
	}
	second, _ := r.next()
	return second.tag > first.tag && second.tag>>16 <= 0x10 && r.known(second)
}

// known reports whether an element is of a kind that the standard has.
func (r *reader) known(e element) bool {
	if !r.explicit {
		return len(e.value)%2 == 0
	}
	return slices.Contains([]string{
		"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "OB", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "TM", "UI", "UL", "UN", "US", "UT",
	}, e.vr)
}
