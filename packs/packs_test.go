package packs_test

import (
	"os"
	"testing"

	"bedside/internal/packfile"
	"bedside/pack"
	"bedside/packs"
)

func TestCompiledIsFresh(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if string(packfile.Compile(src.Pack)) != string(packs.Default()) {
		t.Error("pack.json is stale: run go generate ./packs")
	}
	if _, err := pack.Load(packs.Default()); err != nil {
		t.Error(err)
	}
}

func TestSources(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		t.Fatal(err)
	}
	clauses := 0
	for _, b := range src.Pack.Bodies {
		clauses += len(b.Clauses)
	}
	if clauses != 69 {
		t.Errorf("%d clauses, the five sources have 69", clauses)
	}
}
