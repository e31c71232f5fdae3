package main

import (
	"fmt"
	"runtime"
)

// version is what results, --help and the version command show.
const version = "0.1.0-dev"

type versionCommand struct{}

// Help gives examples.
func (versionCommand) Help() string {
	return `Examples:

    bedside version`
}

// Run shows the version and credits those whose data the tables and packs were made from.
func (versionCommand) Run(a *app) error {
	_, err := fmt.Fprintf(a.stdout, "bedside %s (%s, %s/%s)\n%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, credits)
	return err
}

const credits = `Code: Apache-2.0. Corpus: CC BY 4.0.
Made with data of GeoNames, Orphanet and the Broad Twitter Corpus (CC BY), the US Census Bureau, CDC WONDER,
the Centers for Medicare & Medicaid Services, the UN and national statistical offices, GloVe and others; see NOTICE.
Pictures are looked at with CenterFace (MIT) and PP-OCRv4 (Apache-2.0), where they were there when it was built.
`
