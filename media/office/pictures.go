package office

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"strings"
)

// pictures hands out the pictures inside, each with the slide that shows it.
func (r *reading) pictures(parts []*zip.File, look func(Picture)) {
	for _, part := range parts {
		if strings.HasPrefix(part.Name, "ppt/slides/_rels/") {
			r.relations(part)
		}
	}
	shown := 0
	for _, part := range parts {
		folder, base := path.Split(part.Name)
		if !strings.HasSuffix(folder, "/media/") && folder != "Pictures/" || base == "" {
			continue
		}
		if shown++; shown > maxPictures || r.left < 0 || r.ctx.Err() != nil {
			r.out.Whole = false
			return
		}
		look(Picture{r.owner[base], r.open(part, maxPicture)})
	}
}

// relations reads which pictures a slide shows.
func (r *reading) relations(part *zip.File) {
	slide := number(strings.TrimSuffix(part.Name, ".rels"))
	r.each(part, func(t xml.Token) {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			base := path.Base(attribute(e, "Target"))
			if _, known := r.owner[base]; !known && len(r.owner) < 10_000 {
				r.owner[base] = slide
			}
		}
	})
}
