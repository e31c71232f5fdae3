package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"

	"bedside"
	"bedside/internal/whole"
	"bedside/media"
	"bedside/render"
	"bedside/tables"
)

// report writes an audit where it was asked for: a report in a file has a summary on the screen.
func (c *auditCommand) report(a *app, found *bedside.Audit) error {
	if c.Out == "" {
		return writing(c.write(a.stdout, found, a.pageWidth(c.Width), a.colour(a.stdout)))
	}
	var b bytes.Buffer
	if err := c.write(&b, found, c.Width, false); err != nil {
		return err
	}
	if err := whole.WriteFile(c.Out, b.Bytes(), 0o600); err != nil { // it holds what should not be read by others
		a.complain(unwritableOut(bedside.CodeUnavailable, err))
	} else if c.Format == "text" {
		return nil
	}
	return writing(render.AuditText(a.stdout, found, c.textOptions(a.pageWidth(c.Width), a.colour(a.stdout))))
}

func (c *auditCommand) write(w io.Writer, found *bedside.Audit, width int, colour bool) error {
	switch c.Format {
	case "html":
		return render.AuditHTML(w, found, c.NoText)
	case "json":
		if c.NoText {
			found = render.AuditWithoutText(found)
		}
		return render.AuditJSON(w, found)
	default:
		return render.AuditText(w, found, c.textOptions(width, colour))
	}
}

func (c *auditCommand) textOptions(width int, colour bool) render.TextOptions {
	return render.TextOptions{Width: width, Color: colour, Verbose: c.Verbose, NoText: c.NoText}
}

// fingerprint stands for all that answers depend on beside the compiled pack: tables, weights, words of institutions.
func fingerprint(packs []string, looks bool, r media.Recognisers) ([]byte, error) {
	h := sha256.New()
	add := func(name string, b []byte) { fmt.Fprintf(h, "%q %x\n", name, sha256.Sum256(b)) }
	stored := tables.Stored()
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		add(name, stored[name])
	}
	add("reader", tables.Reader())
	fmt.Fprintf(h, "pictures %t, faces %t, words %t, codes %t\n", looks, r.Faces != nil, r.Words != nil, r.Codes != nil)
	for _, name := range packs {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			continue
		}
		folder := os.DirFS(name)
		err := fs.WalkDir(folder, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			b, err := fs.ReadFile(folder, path)
			add(path, b)
			return err
		})
		if err != nil {
			return nil, cannotRead(name, err)
		}
	}
	return h.Sum(nil), nil
}
