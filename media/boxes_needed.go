package media

import "slices"

// need notes what a file is opened by: the headers of boxes that hold others or what is shown, and all of the rest.
func (s *emptying) need(b box) {
	end := b.end
	if holdsBoxes(b.kind) || b.kind == "mdat" || b.kind == "idat" {
		end = b.data
	}
	s.needed = append(s.needed, extent{b.at, end - b.at})
}

// holdsBoxes holds for the boxes of a video that are gone into.
func holdsBoxes(kind string) bool {
	switch kind {
	case "moov", "trak", "mdia", "minf", "stbl":
		return true
	}
	return false
}

// needGallery notes all that says where a picture lies, but for what its parts hold.
func (s *emptying) needGallery(b box) {
	inner := s.w.inner(b)
	s.needed = append(s.needed, extent{b.at, inner - b.at})
	s.w.each("meta/", inner, b.end, maxBoxDepth, func(b box) bool {
		s.need(b)
		return false
	})
}

// pointed takes out what metadata is said to lie in. In a damaged file that may be what the file is opened by: nothing tells the two apart.
func (s *emptying) pointed(at, end int64) {
	first, _ := slices.BinarySearchFunc(s.needed, at, func(e extent, at int64) int {
		if e.at+e.length > at {
			return 1
		}
		return -1
	})
	if at < end && first < len(s.needed) && s.needed[first].at < end {
		s.crossed = true
		return
	}
	s.zero(at, end)
}
