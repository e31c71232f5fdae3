// Command openapi writes the description of the REST API from the Go types that it reads and answers: ui/openapi.json beside the server,
// and docs/api.md for people. It is run by make generate, from the root of the repository. It serves nothing.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"bedside/internal/apidoc"
	"bedside/internal/app"
	"bedside/internal/server"
	"bedside/internal/whole"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "openapi:", err)
		os.Exit(1)
	}
}

func run() error {
	s, err := server.New(server.Config{App: &app.App{}})
	if err != nil {
		return err
	}
	spec, err := describe(s.Operations())
	if err != nil {
		return err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	if err := e.Encode(spec); err != nil {
		return err
	}
	doc, err := apidoc.Read(b.Bytes())
	if err != nil {
		return err
	}
	if err := whole.WriteFile("internal/server/ui/openapi.json", b.Bytes(), 0o644); err != nil {
		return err
	}
	return whole.WriteFile("docs/api.md", doc.Markdown(), 0o644)
}
