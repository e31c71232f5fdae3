package apidoc

import (
	"fmt"
	"strings"
)

// Markdown is the reference as a page of the documentation.
func (d Doc) Markdown() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n<!-- Written by make generate. Do not edit. -->\n\n%s\n\n## Operations\n\n| | | sends | gets |\n|---|---|---|---|\n", d.Title, d.About)
	for _, o := range d.Operations {
		fmt.Fprintf(&b, "| [`%s %s`](#%s) | %s | %s | %s %s |\n", o.Method, o.Path, o.ID, o.Title, linked(o.Body), o.Status, linked(o.Answer))
	}
	for _, o := range d.Operations {
		fmt.Fprintf(&b, "\n### %s\n\n<a id=%q></a>`%s %s`\n", o.Title, o.ID, o.Method, o.Path)
		if o.About != "" {
			fmt.Fprintf(&b, "\n%s\n", o.About)
		}
		for _, q := range o.Query {
			fmt.Fprintf(&b, "\nIn the address, `%s`: %s\n", q.Name, q.About)
		}
		if o.Header != "" {
			fmt.Fprintf(&b, "\nHeader `%s`: a word of your own. Asking again with it does nothing twice.\n", o.Header)
		}
	}
	b.WriteString("\n## Types\n")
	for _, t := range d.Types {
		fmt.Fprintf(&b, "\n### %s\n\n", t.Name)
		if t.About != "" {
			fmt.Fprintf(&b, "%s\n\n", t.About)
		}
		b.WriteString("| key | | |\n|---|---|---|\n")
		for _, f := range t.Fields {
			needed := ""
			if f.Needed {
				needed = "always there. "
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, kindLinked(f), strings.TrimSpace(needed+f.About))
		}
	}
	return []byte(b.String())
}

func kindLinked(f Field) string {
	if f.Link == "" {
		return f.Kind
	}
	return strings.Replace(f.Kind, f.Link, linked(f.Link), 1)
}

// linked points at a type by its heading.
func linked(name string) string {
	plain := strings.TrimPrefix(name, "list of ")
	if plain == "" || plain[0] < 'A' || plain[0] > 'Z' {
		return name
	}
	return strings.TrimSuffix(name, plain) + "[" + plain + "](#" + strings.ToLower(plain) + ")"
}
