package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"bedside/internal/store/folder"
)

type dataExport struct {
	Dir string `arg:"" complete:"folder" help:"The new folder."`
	keepFlags
}

// Help gives examples.
func (dataExport) Help() string {
	return `One folder a kind, one JSON file a record, pictures and documents as files beside it. The files are not sealed: whoever has the folder
can read them. Events are not in it; a backup has them.

Examples:

    bedside data export what-i-keep`
}

// Run exports everything.
func (c *dataExport) Run(a *app) error {
	return c.use(a, func(ctx context.Context, k *keeper) error {
		index, err := folder.Export(ctx, k, c.Dir, version, a.now())
		if err != nil {
			return unwrittenTo(c.Dir, err)
		}
		_, err = fmt.Fprintf(a.stdout, "%s are in %s, for everybody to read who has it.\n", listed(index.Records), c.Dir)
		return err
	})
}

type dataImport struct {
	Dir string `arg:"" complete:"folder" help:"The folder that export wrote."`
	keepFlags
}

// Help gives examples.
func (dataImport) Help() string {
	return `All of the folder is kept, or nothing of it. Where a record of the same name is kept already nothing is changed.

Examples:

    bedside data import what-i-keep`
}

// Run imports everything.
func (c *dataImport) Run(a *app) error {
	return c.start(a, func(ctx context.Context, k *keeper) error {
		index, err := folder.Import(ctx, k, c.Dir)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%s are kept now. %s\n", listed(index.Records), k.told())
		return err
	})
}

// listed says how many of each kind there are.
func listed(records map[string]int) string {
	if len(records) == 0 {
		return "0 records"
	}
	var kinds []string
	for _, kind := range slices.Sorted(maps.Keys(records)) {
		kinds = append(kinds, fmt.Sprintf("%d of kind %s", records[kind], kind))
	}
	return strings.Join(kinds, ", ")
}
