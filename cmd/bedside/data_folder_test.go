package main

import (
	"path/filepath"
	"testing"
)

func TestUsualFolder(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, system string
		env          map[string]string
		want         string
	}{
		{"linux", "linux", map[string]string{"HOME": "/home/ada"}, "/home/ada/.local/share/bedside"},
		{"linux that says where", "linux", map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "/data"}, "/data/bedside"},
		{"a relative folder is none", "linux", map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "data"}, "/home/ada/.local/share/bedside"},
		{"macOS", "darwin", map[string]string{"HOME": "/Users/ada"}, "/Users/ada/Library/Application Support/Bedside"},
		{"Windows", "windows", map[string]string{"LocalAppData": "C:/Users/ada/AppData/Local"}, "C:/Users/ada/AppData/Local/Bedside"},
		{"nowhere", "linux", nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := filepath.ToSlash(usualFolder(test.system, func(name string) string { return test.env[name] })); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
