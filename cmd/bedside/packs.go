package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
	"bedside/packs"
)

// choosePacks puts together the guidelines that --pack names: the bodies named, or all of them, and over these the
// folders in their order. It returns the compiled pack and the word lists that folders add to the tables.
func choosePacks(names []string) (compiled []byte, lists map[string][]byte, err error) {
	if len(names) == 0 {
		return packs.Default(), nil, nil
	}
	var file pack.File
	if err := json.Unmarshal(packs.Default(), &file); err != nil {
		return nil, nil, err
	}
	bodies, folders, err := sortPacks(&file, names)
	if err != nil {
		return nil, nil, err
	}
	if len(bodies) > 0 {
		keepBodies(&file, bodies)
	}
	lists = make(map[string][]byte)
	chosen := &file
	for _, folder := range folders {
		if chosen, err = layFolder(chosen, folder, lists); err != nil {
			return nil, nil, err
		}
	}
	return packfile.Compile(chosen), lists, nil
}

// sortPacks tells the names of bodies from folders.
func sortPacks(file *pack.File, names []string) (bodies, folders []string, err error) {
	known := []string{file.ID}
	for _, b := range file.Bodies {
		known = append(known, b.ID)
	}
	for _, name := range names {
		info, statErr := os.Stat(name)
		switch {
		case name == file.ID: // all bodies, as without --pack
		case slices.Contains(known, name):
			bodies = append(bodies, name)
		case statErr == nil && info.IsDir():
			folders = append(folders, name)
		default:
			return nil, nil, noPack(name, known)
		}
	}
	return bodies, folders, nil
}

func noPack(name string, known []string) error {
	advice := "Known are " + strings.Join(known, ", ") + "; or name a folder that holds overlay.yaml."
	if near := bedside.Nearest(name, known); near != "" {
		advice = fmt.Sprintf("Did you mean “%s”?", near)
	}
	return hint(bedside.Errorf(bedside.CodeNotFound, "--pack: there is no such pack and no such folder"), advice)
}

// keepBodies leaves out the clauses of other bodies. A rule that rests on nothing else is named as switched off.
func keepBodies(file *pack.File, bodies []string) {
	gone := make(map[string]bool)
	file.Bodies = slices.DeleteFunc(file.Bodies, func(b pack.Body) bool {
		drop := !slices.Contains(bodies, b.ID)
		for _, c := range b.Clauses {
			gone[c.ID] = gone[c.ID] || drop
		}
		return drop
	})
	kept := file.Rules[:0]
	for _, r := range file.Rules {
		if cite(&r, gone); len(r.Clauses) > 0 {
			kept = append(kept, r)
		} else {
			file.Disabled = append(file.Disabled, r.ID)
		}
	}
	file.Rules = kept
	for i := range file.Questions {
		q := &file.Questions[i]
		q.Clauses = slices.DeleteFunc(q.Clauses, func(id string) bool { return gone[id] })
	}
	file.ID += "/" + strings.Join(bodies, ",")
}

// cite takes clauses out of a rule.
func cite(r *pack.Rule, gone map[string]bool) {
	r.Clauses = slices.DeleteFunc(r.Clauses, func(id string) bool { return gone[id] })
	maps.DeleteFunc(r.Also, func(id string, _ []string) bool { return gone[id] })
}

// layFolder lays an institution's folder over a pack, or takes a whole pack from it.
func layFolder(base *pack.File, folder string, lists map[string][]byte) (*pack.File, error) {
	dir := os.DirFS(folder)
	if _, err := fs.Stat(dir, "pack.yaml"); err == nil {
		source, err := packfile.Load(dir)
		if err != nil {
			return nil, brokenPack(folder, err)
		}
		return source.Pack, nil
	}
	overlay, err := packfile.Lay(base, dir)
	if err != nil {
		return nil, brokenPack(folder, err)
	}
	for name, b := range overlay.Lists {
		lists[path.Join("concepts", overlay.Pack.ID, name)] = b
	}
	return overlay.Pack, nil
}

// brokenPack shows each problem of a folder with its file, line and column.
func brokenPack(folder string, err error) error {
	var problems packfile.Problems
	message := display(folder) + ": this pack cannot be used"
	if !errors.As(err, &problems) {
		return &bedside.Error{Code: bedside.CodeInvalid, Message: message, Err: err}
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.Error())
	}
	return hint(&bedside.Error{Code: bedside.CodeInvalid, Message: message, Err: err}, lines...)
}
