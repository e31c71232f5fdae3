package main

import (
	"cmp"
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/server"
)

const about = "What `bedside serve` answers to programs on this computer. Send the token of this launch (it is in the address that is printed) as " +
	"`Authorization: Bearer TOKEN`. Values are the contract of `bedside check`. What is wrong is told in problem details (RFC 9457), with a `code`, and never holds words of a draft. " +
	"A request may have 4 MiB; all texts of one draft together 1 MiB. Beyond 2,000 requests a second, or 500 that wait, the answer is 429 or 503 with `Retry-After`."

// describe draws up the document.
func describe(operations []server.Operation) (any, error) {
	registry := huma.NewMapRegistry("#/components/schemas/", nameOf)
	problem := registry.Schema(reflect.TypeFor[server.Problem](), true, "Problem")
	spec := huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info:    &huma.Info{Title: "Bedside REST API", Version: "1", Description: about, License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}},
		Components: &huma.Components{
			Schemas:         registry,
			SecuritySchemes: map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}},
		},
		Security: []map[string][]string{{"token": {}}},
	}
	for _, o := range operations {
		spec.AddOperation(operationOf(o, registry, problem))
	}
	refine(registry)
	return plain(&spec)
}

// nameOf names a type. What is kept has names of the contract too, and is told from it.
func nameOf(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	switch t {
	case reflect.TypeFor[app.Consent](), reflect.TypeFor[app.Interest](), reflect.TypeFor[app.Account]():
		return "Kept" + name
	case reflect.TypeFor[app.Clause](), reflect.TypeFor[app.Rule]():
		return "Source" + name
	}
	return name
}

// plain is a document as JSON has it, with keys in order.
func plain(spec *huma.OpenAPI) (out any, err error) {
	b, err := json.Marshal(spec)
	if err != nil {
		return nil, err
	}
	return out, json.Unmarshal(b, &out)
}

func operationOf(o server.Operation, registry huma.Registry, problem *huma.Schema) *huma.Operation {
	form := "application/json"
	if o.Form != "" {
		form = o.Form
	}
	out := &huma.Operation{
		Method: o.Method, Path: o.Path, OperationID: idOf(o), Summary: o.Title, Description: o.About,
		Responses: map[string]*huma.Response{
			strconv.Itoa(o.Status): answerOf(o, registry, form),
			"default":              {Description: "What is wrong.", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problem}}},
		},
	}
	if o.Body != nil {
		out.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{cmp.Or(o.Sends, form): {Schema: schemaOf(o.Body, registry)}}}
	}
	if strings.Contains(o.Path, "{id}") {
		out.Parameters = append(out.Parameters, &huma.Param{Name: "id", In: "path", Required: true, Schema: &huma.Schema{Type: "string"}})
	}
	for _, q := range o.Query {
		out.Parameters = append(out.Parameters, &huma.Param{Name: q.Name, In: "query", Description: q.About, Schema: &huma.Schema{Type: "string"}})
	}
	if o.Once {
		out.Parameters = append(out.Parameters, &huma.Param{Name: "Idempotency-Key", In: "header", Description: "A word of your own. Asking again with it does nothing twice.", Schema: &huma.Schema{Type: "string"}})
	}
	return out
}

func answerOf(o server.Operation, registry huma.Registry, form string) *huma.Response {
	r := &huma.Response{Description: http.StatusText(o.Status)}
	if o.Answer != nil {
		r.Content = map[string]*huma.MediaType{form: {Schema: schemaOf(o.Answer, registry)}}
	}
	return r
}

func schemaOf(value any, registry huma.Registry) *huma.Schema {
	t := reflect.TypeOf(value)
	return registry.Schema(t, true, t.Name())
}

// idOf names an operation by what is asked for: post-check, get-holds-id.
func idOf(o server.Operation) string {
	path := strings.NewReplacer("{", "", "}", "").Replace(strings.TrimPrefix(o.Path, "/api/v1/"))
	return strings.ToLower(o.Method) + "-" + strings.ReplaceAll(path, "/", "-")
}

// refine adds what Go types do not say: words that are listed, and plain strings in place of records.
func refine(registry huma.Registry) {
	types := registry.Map()
	words := func(name, key string, known []string) {
		for _, k := range known {
			types[name].Properties[key].Enum = append(types[name].Properties[key].Enum, k)
		}
	}
	words("Draft", "kind", bedside.Kinds())
	words("Draft", "action", bedside.Actions())
	words("Draft", "state", []string{"draft", "published"})
	words("Draft", "posted_by", []string{"self", "other"})
	words("Account", "persona", bedside.Personas())
	words("Account", "audience", bedside.Audiences())
	words("Finding", "topic", bedside.Topics())
	words("Finding", "severity", []string{"advise", "revise", "block"})
	words("Result", "verdict", []string{"ok", "advise", "revise", "block"})
	words("TimelineProgress", "stage", []string{"", app.StageReading, app.StageChecking, app.StageLooking, app.StageJoining, app.StageDeleting})
	words("HoldAnswer", "hold", []string{"", app.HoldNone, app.HoldOpen})
	words("SettledTask", "state", []string{"", app.TaskChanged, app.TaskKept})
	words("Incoming", "kind", app.IncomingKinds())
	words("Incoming", "who", append([]string{""}, app.Whos()...))
	types["ArchiveUpload"].Properties["archive"] = &huma.Schema{Type: "string", Format: "binary"}
	words("Rewrite", "verdict", []string{"ok", "advise"})
	types["Draft"].Description = "At least one of text, media and action is needed. Absent means unknown, never no. An unknown key is an error; keys that begin with x_ pass."
	for key, holds := range map[string]string{"consents": "Consent", "interests": "Interest"} {
		types["Context"].Properties[key].Items = &huma.Schema{AnyOf: []*huma.Schema{{Ref: "#/components/schemas/" + holds}, {Type: "string"}}}
	}
}
