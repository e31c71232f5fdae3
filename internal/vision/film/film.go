// Package film has ffmpeg take pictures out of videos, where it is installed. Nothing needs it: without it a video's metadata is read,
// and the result says that its pictures were not looked at.
//
// It never lets ffmpeg open anything but the one file, and leaves nothing behind. Start with [Find].
package film

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bedside"
	"bedside/media"
)

// FFmpeg takes pictures out of videos.
type FFmpeg struct {
	run  func(ctx context.Context, name string, args ...string) ([]byte, error)
	temp string
}

// shots is how many pictures of a video are looked at: spread evenly, each in the middle of its part.
const shots = 8

// Find looks for ffmpeg and what measures videos beside it. A film that is no open file is copied to a folder of its own under temp,
// and the copy removed.
func Find(look func(string) (string, error), temp string) (*FFmpeg, bool) {
	for _, program := range []string{"ffmpeg", "ffprobe"} {
		if _, err := look(program); err != nil {
			return nil, false
		}
	}
	return New(Run, temp), true
}

// New takes pictures with whatever runs the two programs.
func New(run func(ctx context.Context, name string, args ...string) ([]byte, error), temp string) *FFmpeg {
	return &FFmpeg{run, temp}
}

// maxOutput is how much a program may answer: a picture of 50 million pixels, packed.
const maxOutput = 100 << 20

// Run runs a program that reads nothing and has no settings, and gives what it prints.
func Run(ctx context.Context, name string, args ...string) ([]byte, error) {
	out := &bounded{left: maxOutput}
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("run %s: %w", name, err)
	}
	return out.Bytes(), nil
}

// bounded keeps what is written, up to a limit.
type bounded struct {
	bytes.Buffer
	left int
}

// Write fails when there is too much, which ends the program.
func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errors.New("the program answers too much")
	}
	return b.Buffer.Write(p)
}

// Frames takes pictures out of a video, turned as people see them; of a still picture, the one.
func (f *FFmpeg) Frames(ctx context.Context, file media.File, kind string) ([]media.Frame, error) {
	path, done, err := f.path(file)
	if err != nil {
		return nil, err
	}
	defer done()
	if kind == media.HEIC || kind == media.AVIF {
		p, err := f.shot(ctx, path, "0")
		if err != nil {
			return nil, err
		}
		return []media.Frame{{Picture: p}}, nil
	}
	length, err := f.length(ctx, path)
	if err != nil {
		return nil, err
	}
	var out []media.Frame
	for i := range shots {
		at := length * (2*i + 1) / (2 * shots)
		p, err := f.shot(ctx, path, milliseconds(at))
		if err == nil {
			out = append(out, media.Frame{Picture: p, At: time.Duration(at) * time.Millisecond})
		} else if ctx.Err() != nil || i == 0 {
			return out, err
		}
	}
	return out, nil
}

// path gives a file that the program can open: the file itself, or a copy.
func (f *FFmpeg) path(file media.File) (path string, done func(), err error) {
	if path, ok := named(file); ok {
		return path, func() {}, nil
	}
	folder, err := os.MkdirTemp(f.temp, "bedside-film-")
	if err != nil {
		return "", nil, err
	}
	done = func() { _ = os.RemoveAll(folder) }
	path = filepath.Join(folder, "film")
	if err = save(path, file); err != nil {
		done()
		return "", nil, err
	}
	return path, done, nil
}

// named gives the path of an open file. What a name stands for that is no plain file, like standard input, is another in another
// program.
func named(file media.File) (string, bool) {
	open, ok := file.(interface{ Name() string })
	if !ok || open.Name() == "" {
		return "", false
	}
	path, err := filepath.Abs(open.Name())
	if err != nil {
		return "", false
	}
	info, err := os.Lstat(path)
	return path, err == nil && info.Mode().IsRegular() && info.Size() == file.Size()
}

func save(path string, file media.File) error {
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, io.NewSectionReader(file, 0, file.Size()))
	return errors.Join(err, to.Close())
}

// length is how long a video is, in milliseconds.
func (f *FFmpeg) length(ctx context.Context, path string) (int, error) {
	out, err := f.run(ctx, "ffprobe", append(input(path), "-show_entries", "format=duration", "-of", "csv=p=0")...)
	if err != nil {
		return 0, err
	}
	whole, fraction, _ := strings.Cut(strings.TrimSpace(string(out)), ".")
	n, err := strconv.Atoi(whole + (fraction + "000")[:3])
	if err != nil || n < 0 {
		return 0, bedside.Errorf(bedside.CodeInvalid, "The video does not say how long it is.")
	}
	return n, nil
}

// input opens one file as what it is, and nothing that it points at.
func input(path string) []string {
	return []string{"-v", "error", "-protocol_whitelist", "file", "-f", "mov", "-i", "file:" + path}
}

func milliseconds(n int) string { return fmt.Sprintf("%d.%03d", n/1000, n%1000) }

// shot takes the picture at a time.
func (f *FFmpeg) shot(ctx context.Context, path, at string) (image.Image, error) {
	args := append([]string{"-nostdin", "-threads", "1", "-ss", at}, input(path)...)
	b, err := f.run(ctx, "ffmpeg", append(args, "-an", "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-")...)
	if err != nil {
		return nil, err
	}
	p, err := media.Decode(ctx, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return p.Pixels, nil
}
