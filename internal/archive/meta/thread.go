package meta

import (
	"encoding/json"
	"path"
	"slices"

	"bedside/internal/archive/entry"
)

// written is a message of a conversation, in the writing of ordinary and of end-to-end encrypted exports.
type written struct {
	Sender    Text      `json:"sender_name"`
	Sent      Stamp     `json:"timestamp_ms"`
	Content   Text      `json:"content"`
	Photos    MediaList `json:"photos"`
	Videos    MediaList `json:"videos"`
	Files     MediaList `json:"files"`
	Audio     MediaList `json:"audio_files"`
	Unsent    bool      `json:"is_unsent"`
	Call      *int      `json:"call_duration"`
	SenderE2E Text      `json:"senderName"`
	SentE2E   Stamp     `json:"timestamp"`
	Text      Text      `json:"text"`
	MediaE2E  MediaList `json:"media"`
	UnsentE2E bool      `json:"isUnsent"`
}

func (w written) sent() Stamp {
	if w.Sent.IsZero() {
		return w.SentE2E
	}
	return w.Sent
}

// isMessage reports whether an element of a list called messages is one.
func isMessage(raw json.RawMessage) bool {
	m, ok := message("", raw)
	return ok && !m.Time.IsZero()
}

// message reads an element of the list of messages of a file. What has no sender is none.
func message(file string, raw json.RawMessage) (entry.Message, bool) {
	var w written
	if err := json.Unmarshal(raw, &w); err != nil || w.Sender+w.SenderE2E == "" {
		return entry.Message{}, false
	}
	out := entry.Message{
		File: file, Sender: string(w.Sender + w.SenderE2E), Text: string(w.Content + w.Text), Time: w.sent().Time, Back: w.Unsent || w.UnsentE2E,
	}
	out.Note = w.Call != nil || noteOfPlatform(out.Text)
	for _, x := range slices.Concat(w.Photos, w.Videos, w.Files, w.Audio, w.MediaE2E) {
		out.Media = append(out.Media, x.Entry("", ""))
	}
	return out, true
}

// conversation is what the files of one conversation share: their folder, or their name where each has one file.
func conversation(file string) string {
	if numbered(file) {
		return path.Dir(file)
	}
	return file
}
