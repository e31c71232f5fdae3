package postgres_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"bedside"
	"bedside/internal/store/postgres/postgrestest"
)

// TestFullDisk moves the tables to a small disk of their own, which only root may mount.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	at := postgrestest.Schema(t)
	u, err := url.Parse(at)
	if err != nil {
		t.Fatal("no URL")
	}
	name := u.Query().Get("search_path")
	place := disk(t, name)
	s := postgrestest.Open(t, at, t.TempDir())
	postgrestest.Run(t, at, "CREATE TABLESPACE "+name+" LOCATION '"+place+"'")
	t.Cleanup(func() {
		postgrestest.Run(t, at, "ALTER TABLE record SET TABLESPACE pg_default")
		postgrestest.Run(t, at, "DROP TABLESPACE "+name)
	})
	postgrestest.Run(t, at, "ALTER TABLE record SET TABLESPACE "+name)
	n := 0
	for ; err == nil && n < 400; n++ {
		err = putOne(t, s, strconv.Itoa(n))
	}
	n--
	if bedside.CodeOf(err) != bedside.CodeUnavailable || !strings.Contains(err.Error(), "disk is full") {
		t.Fatalf("after %d records: got %v", n, err)
	}
	intact(t, s, n, 0)
	if err := syscall.Mount("tmpfs", place, "tmpfs", syscall.MS_REMOUNT, "size=16m"); err != nil {
		t.Fatal(err)
	}
	if err := putOne(t, s, strconv.Itoa(n)); err != nil {
		t.Error(err)
	}
	intact(t, s, n+1, 0)
}

// disk mounts a disk of two megabytes that the server may write to.
func disk(t *testing.T, name string) string {
	t.Helper()
	data := os.Getenv("BEDSIDE_TEST_POSTGRES_DATA")
	info, err := os.Stat(data)
	if err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(filepath.Dir(data), name)
	if err := os.Mkdir(place, 0o700); err != nil {
		t.Fatal(err)
	}
	owner := info.Sys().(*syscall.Stat_t)
	options := "size=2m,mode=0700,uid=" + strconv.Itoa(int(owner.Uid)) + ",gid=" + strconv.Itoa(int(owner.Gid))
	if err := syscall.Mount("tmpfs", place, "tmpfs", 0, options); err != nil {
		t.Skipf("only root may mount a disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(place, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return place
}
