package film

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bedside"
	"bedside/media"
)

// reel is an open video.
type reel struct {
	f      *FFmpeg
	path   string
	kind   string
	length time.Duration
	done   func()
}

// Open implements media.Reels. Close it.
func (f *FFmpeg) Open(ctx context.Context, file media.File, kind string) (media.Reel, error) {
	if kind != media.MP4 && kind != media.MOV {
		return nil, bedside.Errorf(bedside.CodeUnavailable, "This is no video that can be written anew.")
	}
	path, done, err := f.path(file)
	if err != nil {
		return nil, err
	}
	n, err := f.length(ctx, path)
	if err != nil {
		done()
		return nil, err
	}
	return &reel{f, path, kind, time.Duration(n) * time.Millisecond, done}, nil
}

// Length implements media.Reel.
func (r *reel) Length() time.Duration { return r.length }

// Close implements media.Reel.
func (r *reel) Close() { r.done() }

// shotSide is the longer side of small pictures: what the network for faces is shown.
const shotSide = 960

// Shots implements media.Reel. What a picture shows is the video at its time, or one picture before.
func (r *reel) Shots(ctx context.Context, from, step time.Duration, most int) ([]image.Image, error) {
	args := append([]string{"-nostdin", "-threads", "1", "-ss", seconds(from)}, input(r.path)...)
	args = append(args, "-an", "-frames:v", strconv.Itoa(most),
		"-vf", fmt.Sprintf("fps=1000/%d:start_time=0:round=up,scale=w=%d:h=%d:force_original_aspect_ratio=decrease", step.Milliseconds(), shotSide, shotSide),
		"-f", "image2pipe", "-c:v", "png", "-compression_level", "1", "-")
	b, err := r.f.run(ctx, "ffmpeg", args...)
	if err != nil {
		return nil, err
	}
	return pictures(b)
}

// pictures reads PNG files that stand one behind the other.
func pictures(b []byte) ([]image.Image, error) {
	var out []image.Image
	for rest := bytes.NewReader(b); rest.Len() > 0; {
		p, err := png.Decode(rest)
		if err != nil {
			return nil, fmt.Errorf("a picture of a video: %w", err)
		}
		out = append(out, p)
	}
	return out, nil
}

func seconds(d time.Duration) string { return milliseconds(int(d.Milliseconds())) }

// encoders are what a copy is written with: the first that is built in. Both are told to use little memory.
func encoders() [][]string {
	return [][]string{
		{"-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-x264-params", "rc-lookahead=10:threads=2"},
		{"-c:v", "mpeg4", "-q:v", "3"},
	}
}

// Cover implements media.Reel.
func (r *reel) Cover(ctx context.Context, shades []media.Shade) ([]byte, error) {
	folder, err := os.MkdirTemp(r.f.temp, "bedside-film-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	script := filepath.Join(folder, "boxes")
	if err := os.WriteFile(script, []byte(filter(shades)), 0o600); err != nil {
		return nil, err
	}
	to := filepath.Join(folder, "copy")
	for _, encoder := range encoders() {
		if err = r.write(ctx, script, to, encoder); err == nil || ctx.Err() != nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	return whole(to)
}

// write has a video written with boxes over it: the picture alone, without sound, chapters, subtitles and metadata.
func (r *reel) write(ctx context.Context, script, to string, encoder []string) error {
	args := append([]string{"-nostdin", "-y"}, input(r.path)...)
	args = append(args, "-map", "0:v:0", "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
		"-filter_script:v", script, "-pix_fmt", "yuv420p", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-fs", strconv.Itoa(media.MaxStill))
	args = append(args, encoder...)
	args = append(args, "-f", map[string]string{media.MOV: "mov", media.MP4: "mp4"}[r.kind], "file:"+to)
	_, err := r.f.run(ctx, "ffmpeg", args...)
	return err
}

// filter draws the boxes, each for its time. Sides of a video that is written anew are even.
func filter(shades []media.Shade) string {
	var b strings.Builder
	for _, s := range shades {
		fmt.Fprintf(&b, "drawbox=x=iw*%d/10000:y=ih*%d/10000:w=iw*%d/10000:h=ih*%d/10000:color=black:t=fill:enable='between(t,%s,%s)',",
			s.Left, s.Top, s.Right-s.Left, s.Bottom-s.Top, seconds(s.From), seconds(s.To))
	}
	b.WriteString("crop=w=trunc(iw/2)*2:h=trunc(ih/2)*2:x=0:y=0")
	return b.String()
}

// whole reads what was written; what reached the limit may break off.
func whole(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, media.MaxStill))
	if err == nil && len(b) > media.MaxStill-media.MaxStill/50 {
		err = errors.New("the copy of a video is too large")
	}
	return b, err
}
