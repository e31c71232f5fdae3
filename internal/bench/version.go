package bench

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// Versions reads the versions of the peers from the files that pin them.
func Versions(drivers string) (map[string]string, error) {
	out := map[string]string{}
	b, err := os.ReadFile(filepath.Join(drivers, "requirements.txt"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		if name, version, ok := strings.Cut(strings.TrimRight(line, " \\\n"), "=="); ok {
			version, _, _ = strings.Cut(version, " ")
			out[name] = version
		}
	}
	b, err = os.ReadFile(filepath.Join(drivers, "package.json"))
	if err != nil {
		return nil, err
	}
	var file struct{ Dependencies map[string]string }
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	maps.Copy(out, file.Dependencies)
	return out, nil
}
