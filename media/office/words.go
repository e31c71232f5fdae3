package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"bedside/media/metadata"
)

// each reads the elements of a part, until visit has enough or the part breaks off.
func (r *reading) each(part *zip.File, visit func(xml.Token)) {
	d := xml.NewDecoder(bytes.NewReader(r.open(part, maxPart)))
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	for ; r.tokens > 0 && r.text > 0; r.tokens-- {
		t, err := d.RawToken()
		if err != nil || r.tokens%1024 == 0 && r.ctx.Err() != nil {
			r.out.Whole = r.out.Whole && errors.Is(err, io.EOF)
			return
		}
		visit(t)
	}
	r.out.Whole = false
}

// attribute finds an attribute by its local name.
func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// words reads paragraphs: what stands between the marks of one, a tab or a break as a space.
func (r *reading) words(part *zip.File, page int) {
	var text strings.Builder
	within := 0 // elements of text
	content := part.Name == "content.xml"
	r.each(part, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t", "delText", "text", "instrText", "v":
				within++
			case "tab", "br", "cr", "line-break", "s":
				text.WriteByte(' ')
			case "ins", "del", "moveFrom":
				r.tracked(t)
			case "comment", "cm", "threadedComment":
				r.c.Owner("Office:CommentAuthor", attribute(t, "author"))
			case "page":
				page++
			}
		case xml.CharData:
			if within > 0 || content {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t", "delText", "text", "instrText", "v":
				within = max(0, within-1)
				if t.Name.Local == "text" {
					r.add(page, text.String())
					text.Reset()
				}
			case "p", "h", "si":
				r.add(page, text.String())
				text.Reset()
			}
		}
	})
	r.add(page, text.String())
}

// tracked notes that a change was kept with the name of who made it.
func (r *reading) tracked(e xml.StartElement) {
	if author := attribute(e, "author"); author != "" {
		r.c.Field("Office:TrackedChanges")
		r.c.Owner("Office:TrackedChanges", author)
	}
}

// shared reads the words of a workbook, which its sheets point at.
func (r *reading) shared(parts []*zip.File) []string {
	at := slices.IndexFunc(parts, func(f *zip.File) bool { return f.Name == "xl/sharedStrings.xml" })
	if at < 0 {
		return nil
	}
	var out []string
	var text strings.Builder
	within := false
	r.each(parts[at], func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			within = t.Name.Local == "t"
		case xml.CharData:
			if within {
				text.Write(t)
			}
		case xml.EndElement:
			within = false
			if t.Name.Local == "si" && len(out) < 500_000 {
				out = append(out, text.String())
				text.Reset()
			}
		}
	})
	return out
}

// sheet reads the rows of a sheet, one paragraph each.
func (r *reading) sheet(part *zip.File, shared []string) {
	var cells []string
	var kind, value string
	within := false
	r.each(part, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "c":
				kind, value = attribute(t, "t"), ""
			case "v", "t":
				within = true
			}
		case xml.CharData:
			if within && len(value) < 32<<10 {
				value += string(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "v", "t":
				within = false
			case "c":
				cells = append(cells, cell(kind, value, shared))
			case "row":
				r.add(number(part.Name), strings.Join(strings.Fields(strings.Join(cells, " ")), " "))
				cells = nil
			}
		}
	})
}

func cell(kind, value string, shared []string) string {
	if kind != "s" {
		return value
	}
	if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(shared) {
		return shared[i]
	}
	return ""
}

// authors reads the list of those who commented.
func (r *reading) authors(part *zip.File) {
	r.each(part, func(t xml.Token) {
		if e, ok := t.(xml.StartElement); ok {
			r.c.Owner("Office:CommentAuthor", attribute(e, "name"))
			r.c.Owner("Office:CommentAuthor", attribute(e, "displayName"))
		}
	})
}

// properties reads what a document says of itself.
func (r *reading) properties(part *zip.File) {
	var element, text string
	r.each(part, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			element, text = t.Name.Local, ""
			if element == "property" {
				r.c.Words("Office:Custom", attribute(t, "name"))
			}
			if element == "user-defined" {
				r.c.Field("Office:Custom")
			}
		case xml.CharData:
			text += string(t)
		case xml.EndElement:
			r.property(element, text)
			element, text = "", ""
		}
	})
}

func (r *reading) property(name, value string) {
	field := "Office:" + name
	switch name {
	case "creator", "initial-creator", "lastModifiedBy", "printed-by", "Manager", "Company":
		r.c.Owner(field, value)
	case "title", "subject", "description", "keyword", "keywords", "category", "lpwstr", "HyperlinkBase":
		r.c.Words(field, value)
	case "created", "creation-date":
		r.c.Time(field, value, metadata.Created)
	case "modified", "date":
		r.c.Time(field, value, metadata.Modified)
	case "lastPrinted", "print-date":
		r.c.Time(field, value, metadata.Stamped)
	case "Application", "AppVersion", "generator", "Template":
		if strings.TrimSpace(value) != "" {
			r.c.Field(field)
		}
	}
}
