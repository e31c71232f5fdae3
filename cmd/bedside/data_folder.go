package main

import (
	"os"
	"path/filepath"
	"runtime"

	"bedside"
)

// anotherFolder is what to do about a folder that cannot be used.
const anotherFolder = "Name another one: --data DIR"

// dataFolder is the folder for what is kept: as asked, else where this kind of computer keeps a person's data. Only its owner can look
// into it.
func (a *app) dataFolder(asked string) (string, error) {
	dir := asked
	if dir == "" {
		dir = usualFolder(runtime.GOOS, a.env)
	}
	if dir == "" {
		return "", hint(bedside.Errorf(bedside.CodeNotFound, "this computer names no folder for data"), "Name one: --data DIR, or keep nothing: --data none")
	}
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return "", hint(&bedside.Error{Code: bedside.CodeInvalid, Message: dir + ": this folder cannot be made", Err: err}, anotherFolder)
	}
	return dir, ours(dir)
}

// ours refuses a folder that others can look into: what lies in it is nobody else's.
func ours(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil || !info.IsDir():
		return hint(&bedside.Error{Code: bedside.CodeInvalid, Message: dir + ": this is no folder", Err: err}, anotherFolder)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return hint(invalid("%s: others can look into this folder", dir), "Let only yourself in (chmod 700), or name another folder.")
	default:
		return nil
	}
}

// usualFolder is where a kind of computer keeps a person's data; empty where it does not say. On Windows and macOS nobody else is let in;
// elsewhere the mode of the folder sees to it.
func usualFolder(system string, env func(string) string) string {
	switch system {
	case "windows":
		return under(env("LocalAppData"), "Bedside")
	case "darwin":
		return under(env("HOME"), "Library", "Application Support", "Bedside")
	default:
		if dir := env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "bedside")
		}
		return under(env("HOME"), ".local", "share", "bedside")
	}
}

func under(base string, names ...string) string {
	if base == "" {
		return ""
	}
	return filepath.Join(append([]string{base}, names...)...)
}
