package server

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"time"

	"bedside"
)

// mostFieldBytes bounds a field that stands before a file in an upload.
const mostFieldBytes = 64 << 10

// uploads reports whether a request carries a file. Its body is read by upload alone, which bounds it.
func uploads(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "multipart/form-data"
}

// upload hands the file of a form on as it arrives, with the fields that stand before it. It may be large and slow: no more of it is held
// than is being read, and none of it is written to disk on the way. The error of take is the answer.
func upload(w http.ResponseWriter, r *http.Request, most int64, take func(ctx context.Context, fields url.Values, kind string, file io.Reader) error) error {
	r.Body = http.MaxBytesReader(w, r.Body, most)
	patient(w)
	parts, err := r.MultipartReader()
	if err != nil {
		return bedside.Errorf(bedside.CodeInvalid, "no file was sent; choose one and try again")
	}
	fields := url.Values{}
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return bedside.Errorf(bedside.CodeInvalid, "no file was chosen; choose one and try again")
		case err != nil:
			return broken(err)
		case part.FileName() != "":
			return broken(take(r.Context(), fields, part.Header.Get("Content-Type"), part))
		}
		value, err := io.ReadAll(io.LimitReader(part, mostFieldBytes))
		if err != nil {
			return broken(err)
		}
		fields.Add(part.FormName(), trimmed(string(value)))
	}
}

// patient lets a request take as long as a large file does.
func patient(w http.ResponseWriter) {
	long := http.NewResponseController(w)
	_ = long.SetReadDeadline(time.Time{}) // where there is no deadline, none is taken away
	_ = long.SetWriteDeadline(time.Time{})
}

// broken tells an upload that did not arrive from what is wrong with the file.
func broken(err error) error {
	if err == nil {
		return nil
	}
	if limit, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return bedside.Errorf(bedside.CodeTooLarge, "the file is too large; at most %d MB are read", limit.Limit>>20)
	}
	if _, ok := errors.AsType[*bedside.Error](err); ok {
		return err
	}
	return bedside.Errorf(bedside.CodeInvalid, "the file did not arrive whole; nothing of it was kept. Send it again")
}
