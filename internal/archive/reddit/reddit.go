// Package reddit reads the CSV files that Reddit hands out: posts, comments, private messages, chats and settings. Files are
// told apart by their columns. It never takes the words of others for the author's: a message whose sender cannot be
// told is counted and passed over. Start at Format.
package reddit

import (
	"context"
	"html"
	"io/fs"
	"path"
	"strings"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/rows"
)

// Format reads exports of Reddit.
type Format struct{}

// Name returns reddit.
func (Format) Name() string { return "reddit" }

// table is a kind of file, known by its columns.
type table struct {
	columns []string
	read    func(*reader, string, rows.Row) error
}

// tables lists what is read, the most particular first: a file is of the first kind whose columns it has.
func tables() []table {
	return []table{
		{[]string{"id", "permalink", "date", "subreddit", "title", "body"}, (*reader).post},
		{[]string{"id", "permalink", "date", "subreddit", "link", "body"}, (*reader).comment},
		{[]string{"id", "permalink", "thread_id", "date", "from", "to", "body"}, (*reader).message},
		{[]string{"message_id", "created_at", "username", "message", "channel_url"}, (*reader).chat},
		{[]string{"preference", "value"}, (*reader).preference},
	}
}

// Recognize reports whether a folder holds a table of posts, comments, messages or chats as Reddit writes it.
func (Format) Recognize(fsys fs.FS) bool {
	return archive.Look(fsys, ".", func(name string) bool {
		t := rows.Columns(fsys, name)
		return t != nil && kindOf(t) != nil && !t.Has("preference")
	}, ".csv")
}

// Read hands out the posts, comments and messages of the author.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	r := &reader{out: out}
	names := files(fsys)
	r.owner = owner(fsys, names)
	for _, name := range names {
		t := rows.Columns(fsys, name)
		if t == nil {
			continue
		}
		kind := kindOf(t)
		if kind == nil {
			continue
		}
		err := rows.File(fsys, name, out, func(row rows.Row) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return kind(r, name, row)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// files lists the tables of a folder; Reddit's exports have no folders but that of the pictures.
func files(fsys fs.FS) []string { return archive.List(fsys, ".", ".csv") }

func kindOf(t *rows.Table) func(*reader, string, rows.Row) error {
	for _, k := range tables() {
		if t.Has(k.columns...) {
			return k.read
		}
	}
	return nil
}

// reader is an export while it is read.
type reader struct {
	out   *archive.Import
	owner string // the author's name there; empty if it cannot be told
}

func (r *reader) item(file, kind, id, date string) archive.Item {
	item := archive.Published("reddit", kind, id)
	item.File = file
	item.Draft.Time.Time = when(date)
	item.Draft.Account.Handle = r.owner
	return item
}

func (r *reader) post(file string, row rows.Row) error {
	item := r.item(file, "post", row.Get("id"), row.Get("date"))
	item.Draft.Text = joined(row.Get("title"), row.Get("body"))
	if r.gone(file, row.Get("body")) {
		return nil
	}
	item.URL, item.Thread = row.Get("permalink"), thread(row.Get("permalink"))
	item.Draft.Account.Audience = "public"
	if picture(row.Get("url")) {
		item.Draft.Media, item.Media = []bedside.Media{{Path: path.Base(row.Get("url"))}}, []string{""}
	}
	return r.out.Add(item)
}

func (r *reader) comment(file string, row rows.Row) error {
	kind := "comment"
	if row.Get("parent") != "" {
		kind = "reply"
	}
	item := r.item(file, kind, row.Get("id"), row.Get("date"))
	item.Draft.Text = joined("", row.Get("body"))
	if r.gone(file, row.Get("body")) {
		return nil
	}
	item.URL, item.Thread = row.Get("permalink"), thread(row.Get("link"))
	item.Draft.Account.Audience = "public"
	return r.out.Add(item)
}

func (r *reader) message(file string, row rows.Row) error {
	if !r.own(file, row.Get("from")) {
		return nil
	}
	item := r.item(file, "message", row.Get("id"), row.Get("date"))
	item.Draft.Text = joined(row.Get("subject"), row.Get("body"))
	item.URL, item.Thread = row.Get("permalink"), "reddit-message-"+row.Get("thread_id")
	item.Draft.Account.Audience = "direct"
	return r.out.Add(item)
}

func (r *reader) chat(file string, row rows.Row) error {
	if !r.own(file, row.Get("username")) {
		return nil
	}
	item := r.item(file, "message", row.Get("message_id"), row.Get("created_at"))
	item.Draft.Text = row.Get("message")
	item.Draft.Account.Audience = "closed_group"
	if row.Get("conversation_type") == "direct" {
		item.Draft.Account.Audience = "direct"
	}
	if channel := row.Get("channel_url"); channel != "" {
		item.Thread = "reddit-chat-" + channel
	}
	return r.out.Add(item)
}

// preference notes what bears on who sees what; the rest is about colours and e-mails.
func (r *reader) preference(_ string, row rows.Row) error {
	switch name := row.Get("preference"); name {
	case "hide_from_robots", "accept_pms", "show_presence", "enable_followers", "show_location_based_recommendations", "hide_profile_over_18", "profile_opt_out":
		r.out.Set(archive.Setting{Name: name, Value: row.Get("value")})
	}
	return nil
}

// own reports whether the author wrote a message, and counts it if not.
func (r *reader) own(file, sender string) bool {
	switch {
	case r.owner == "":
		r.out.Skip(file, "a message whose sender cannot be told: the export does not say whose it is")
	case !strings.EqualFold(sender, r.owner):
		r.out.Skip(file, "written by somebody else")
	default:
		return true
	}
	return false
}

// gone counts a text that stands there no longer.
func (r *reader) gone(file, body string) bool {
	if body = strings.TrimSpace(body); body != "[deleted]" && body != "[removed]" && !strings.HasPrefix(body, "[ Removed by ") {
		return false
	}
	r.out.Skip(file, "deleted already")
	return true
}

// joined is a title above its text. Both are Markdown, in which entities stand for their signs.
func joined(title, body string) string {
	return html.UnescapeString(strings.TrimSpace(strings.TrimSpace(title) + "\n\n" + strings.TrimSpace(body)))
}

// thread is the post that a link leads to: /r/NAME/comments/ID/…
func thread(link string) string {
	_, rest, ok := strings.Cut(link, "/comments/")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(rest, "/")
	return "reddit-post-" + id
}

func picture(url string) bool {
	if strings.Contains(url, "://i.redd.it/") || strings.Contains(url, "://v.redd.it/") {
		return true
	}
	switch strings.ToLower(path.Ext(url)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4":
		return true
	}
	return false
}

func when(s string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05.999999 UTC", time.RFC3339} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}
