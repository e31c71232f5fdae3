package x

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
)

// pictures knows the files of posts' pictures: data/tweets_media/ID-NAME.
type pictures struct {
	folder string
	names  map[string][]string // by the id before the first hyphen
}

func newPictures(fsys fs.FS, f file) pictures {
	p := pictures{names: map[string][]string{}}
	for _, folder := range []string{f.holds + "_media", "tweets_media", "tweet_media"} {
		p.folder = path.Join(f.folder, folder)
		if names := list(fsys, p.folder); len(names) > 0 {
			for _, name := range names {
				id, _, _ := strings.Cut(name, "-")
				p.names[id] = append(p.names[id], name)
			}
			return p
		}
	}
	return p
}

// mostPictures is more than X lets a post have.
const mostPictures = 20

// of gives a post's pictures and their files. A picture's file has its name; a video's has another, and is taken in order.
func (p pictures) of(post post) (out []bedside.Media, files []string) {
	shown := post.Extended.Media
	if len(shown) == 0 {
		shown = post.Entities.Media
	}
	shown = shown[:min(len(shown), mostPictures)]
	left := p.names[post.id()]
	for i, m := range shown {
		file := ""
		if name := post.id() + "-" + path.Base(m.HTTPS); slices.Contains(left, name) {
			file = path.Join(p.folder, name)
		} else if i < len(left) {
			file = path.Join(p.folder, left[i])
		}
		out = append(out, bedside.Media{Path: file, Alt: m.Alt})
		files = append(files, file)
	}
	return out, files
}

// list names the files of a folder; none where there is no such folder.
func list(fsys fs.FS, folder string) []string {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}
