package main

import (
	"os"
	"os/exec"

	"bedside/internal/vision/film"
	"bedside/media"
)

// withFilms adds what takes pictures out of videos, where ffmpeg is installed.
func withFilms(recognisers func() media.Recognisers) func() media.Recognisers {
	return func() media.Recognisers {
		r := recognisers()
		if f, ok := film.Find(exec.LookPath, os.TempDir()); ok {
			r.Films = f
		}
		return r
	}
}
