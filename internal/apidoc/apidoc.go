// Package apidoc reads the description of the REST API (OpenAPI 3.1) as far as a reference for people shows it. It does not write it, and
// answers nothing. Start at Read.
package apidoc

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// Doc is what a reference shows.
type Doc struct {
	Title, About string
	Operations   []Operation
	Types        []Type
}

// Operation is one thing that can be asked for.
type Operation struct {
	ID, Method, Path, Title, About string
	Header                         string  // that it takes, if any
	Query                          []Field // values that its address takes
	Form, Body, Answer             string  // media type; names of types, empty for none
	Status                         string
}

// Type is a value of the contract.
type Type struct {
	Name, About string
	Fields      []Field
}

// Field is one key of a value.
type Field struct {
	Name, Kind, About string
	Link              string // the type that it holds, where it has a name
	Needed            bool
}

// schema is as much of a JSON schema as is shown.
type schema struct {
	Ref         string            `json:"$ref"`
	Type        any               `json:"type"` // a name, or names
	Format      string            `json:"format"`
	Description string            `json:"description"`
	Enum        []string          `json:"enum"`
	Items       *schema           `json:"items"`
	AnyOf       []schema          `json:"anyOf"`
	Properties  map[string]schema `json:"properties"`
	Additional  any               `json:"additionalProperties"`
	Required    []string          `json:"required"`
}

type content map[string]struct {
	Schema schema `json:"schema"`
}

type operation struct {
	ID         string `json:"operationId"`
	Summary    string `json:"summary"`
	About      string `json:"description"`
	Parameters []struct {
		Name  string `json:"name"`
		In    string `json:"in"`
		About string `json:"description"`
	} `json:"parameters"`
	Body struct {
		Content content `json:"content"`
	} `json:"requestBody"`
	Responses map[string]struct {
		Content content `json:"content"`
	} `json:"responses"`
}

type file struct {
	Info struct {
		Title       string `json:"title"`
		Description string `json:"description"`
	} `json:"info"`
	Paths      map[string]map[string]operation `json:"paths"`
	Components struct {
		Schemas map[string]schema `json:"schemas"`
	} `json:"components"`
}

// Read takes an OpenAPI document apart.
func Read(openapi []byte) (Doc, error) {
	var f file
	if err := json.Unmarshal(openapi, &f); err != nil {
		return Doc{}, err
	}
	d := Doc{Title: f.Info.Title, About: f.Info.Description}
	for path, methods := range f.Paths {
		for method, o := range methods {
			d.Operations = append(d.Operations, o.read(strings.ToUpper(method), path))
		}
	}
	slices.SortFunc(d.Operations, func(a, b Operation) int {
		return cmp.Or(cmp.Compare(order(a.Path), order(b.Path)), cmp.Compare(a.Path, b.Path), cmp.Compare(methodOrder(a.Method), methodOrder(b.Method)))
	})
	for name, s := range f.Components.Schemas {
		d.Types = append(d.Types, s.read(name))
	}
	slices.SortFunc(d.Types, func(a, b Type) int { return cmp.Compare(a.Name, b.Name) })
	return d, nil
}

// order puts checks before everything else.
func order(path string) int {
	if strings.Contains(path, "/check") {
		return 0
	}
	return 1
}

func methodOrder(method string) int {
	return slices.Index([]string{"GET", "POST", "PUT", "DELETE"}, method)
}

func (o operation) read(method, path string) Operation {
	out := Operation{ID: o.ID, Method: method, Path: path, Title: o.Summary, About: o.About}
	for _, p := range o.Parameters {
		if p.In == "header" {
			out.Header = p.Name
		}
		if p.In == "query" {
			out.Query = append(out.Query, Field{Name: p.Name, About: p.About})
		}
	}
	for form, c := range o.Body.Content {
		out.Form, out.Body = form, c.Schema.kind()
	}
	for status, r := range o.Responses {
		if !strings.HasPrefix(status, "2") {
			continue
		}
		out.Status = status
		for form, c := range r.Content {
			out.Form, out.Answer = cmp.Or(out.Form, form), c.Schema.kind()
		}
	}
	return out
}

func (s schema) read(name string) Type {
	t := Type{Name: name, About: s.Description}
	for key, p := range s.Properties {
		f := Field{Name: key, Kind: p.kind(), Link: p.link(), About: p.Description, Needed: slices.Contains(s.Required, key)}
		if len(p.Enum) > 0 {
			f.About = strings.TrimSpace(f.About + " One of " + strings.Join(p.Enum, ", ") + ".")
		}
		t.Fields = append(t.Fields, f)
	}
	slices.SortFunc(t.Fields, func(a, b Field) int { return cmp.Compare(a.Name, b.Name) })
	return t
}

// kind names what a value is.
func (s schema) kind() string {
	switch {
	case s.Ref != "":
		return s.link()
	case s.Items != nil:
		return "list of " + s.Items.kind()
	case len(s.AnyOf) > 0:
		kinds := make([]string, len(s.AnyOf))
		for i, a := range s.AnyOf {
			kinds[i] = a.kind()
		}
		return strings.Join(kinds, " or ")
	case s.Format == "date-time":
		return "time"
	}
	switch t := s.Type.(type) {
	case string:
		return t
	case []any:
		if name, ok := t[0].(string); ok {
			return name + " or null"
		}
	}
	return "value"
}

// link is the named type that a value is, or holds.
func (s schema) link() string {
	switch {
	case s.Ref != "":
		return s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
	case s.Items != nil:
		return s.Items.link()
	case len(s.AnyOf) > 0:
		return s.AnyOf[0].link()
	}
	return ""
}
