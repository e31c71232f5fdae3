package server

import (
	"net/http"
	"time"

	"bedside"
	"bedside/internal/app"
)

// TimelineState is the timeline as a whole, and how far the work on it is.
type TimelineState struct {
	Progress TimelineProgress     `json:"progress"`
	Imports  []Record[KeptImport] `json:"imports"` // the newest first
	Posts    int                  `json:"posts"`   // in the last audit
	Made     *time.Time           `json:"made,omitempty"`
	Hold     string               `json:"hold"` // none, open, or empty while nobody has said; advice is given only with none
	Left     map[string]int       `json:"left"` // tasks by severity
	Changed  int                  `json:"changed"`
	Kept     int                  `json:"kept"`
	Unread   int                  `json:"unread"` // posts that were read and not checked
	Missing  []bedside.AuditGap   `json:"not_checked"`
	Advice   bool                 `json:"advice"` // nothing is advised before somebody has said that no case is open
}

// TimelineProgress is what is under way. Total is 0 while nobody knows it.
type TimelineProgress struct {
	Stage   string `json:"stage"` // reading, checking, looking, joining or deleting; empty where nothing is under way
	Done    int    `json:"done"`
	Total   int    `json:"total"`
	Problem string `json:"problem,omitempty"` // of work that was given up
}

// KeptImport is an archive that was taken in.
type KeptImport struct {
	Archive     bedside.AuditArchive `json:"archive"`
	Size        int64                `json:"size"`
	Read        *time.Time           `json:"read,omitempty"` // to its end
	Files       int                  `json:"files"`          // pictures and other files of its posts
	Looked      int                  `json:"looked"`         // at
	Unopened    int                  `json:"unopened"`
	Interrupted *time.Time           `json:"interrupted,omitempty"` // when a program began that found it broken off
	Resumed     *time.Time           `json:"resumed,omitempty"`
}

// ArchiveUpload is the form in which an archive is sent.
type ArchiveUpload struct {
	Archive []byte `json:"archive"`
}

// HoldAnswer is the answer to the question that comes before any advice: is a case open, or to be expected?
type HoldAnswer struct {
	Hold string `json:"hold"`
}

// KeptTask is a post to do something about, and what became of it. While a case is open, or nobody has said that none is, nothing is
// advised: do, rewrite and the remedies are empty.
type KeptTask struct {
	Task    bedside.AuditTask `json:"task"`
	Reason  string            `json:"reason,omitempty"` // why it was kept
	Settled *time.Time        `json:"settled,omitempty"`
	By      string            `json:"by,omitempty"`   // import, where an export showed that it was changed
	Back    *time.Time        `json:"back,omitempty"` // when it was found again
}

// SettledTask is what became of a task: changed, kept with a reason, or, with an empty state, neither after all.
type SettledTask struct {
	State  string `json:"state"`
	Reason string `json:"reason,omitempty"`
}

// KeptCluster is a group of posts that reveal somebody together.
type KeptCluster struct {
	Cluster bedside.AuditCluster `json:"cluster"`
	Apart   *time.Time           `json:"apart,omitempty"` // when somebody said that they are not about one person
}

// ApartAnswer says whether the posts of a cluster are not about one person.
type ApartAnswer struct {
	Apart bool `json:"apart"`
}

// timelineOperations are those of the Timeline.
func (s *Server) timelineOperations() []Operation {
	const base = "/api/v1/timeline"
	return []Operation{
		{Method: http.MethodGet, Path: base, Title: "Read how far the timeline is", Answer: TimelineState{}, Status: http.StatusOK, Keeps: true, serve: s.apiTimeline},
		{
			Method: http.MethodPost, Path: base + "/imports", Title: "Import an archive", Body: ArchiveUpload{}, Sends: formData, Answer: Record[KeptImport]{}, Status: http.StatusCreated, Keeps: true, Once: true, serve: s.apiImport,
			About: "An export as the platform gave it, up to 10 GB, or one file of drafts. It is read and checked in the background: `GET /api/v1/timeline` says how far that is.",
		},
		{Method: http.MethodGet, Path: base + "/imports/{id}", Title: "Read one import", Answer: Record[KeptImport]{}, Status: http.StatusOK, Keeps: true, serve: s.apiImportRead},
		{
			Method: http.MethodDelete, Path: base + "/imports/{id}", Title: "Delete one import", Status: http.StatusAccepted, Keeps: true, serve: s.apiImportDelete,
			About: "In the background: its posts, what was found in them, and the copies in the clean-up. What stands on the platform stays.",
		},
		{Method: http.MethodPost, Path: base + "/stop", Title: "Stop what is under way", Status: http.StatusNoContent, Keeps: true, serve: s.apiDo((*app.Timeline).Cancel)},
		{Method: http.MethodPost, Path: base + "/resume", Title: "Go on with what was interrupted", Status: http.StatusNoContent, Keeps: true, serve: s.apiDo((*app.Timeline).GoOn)},
		{Method: http.MethodPost, Path: base + "/again", Title: "Look again at everything", Status: http.StatusNoContent, Keeps: true, serve: s.apiDo((*app.Timeline).LookAgain)},
		{
			Method: http.MethodPut, Path: base + "/hold", Title: "Say whether a case is open", Body: HoldAnswer{}, Status: http.StatusNoContent, Keeps: true, serve: s.apiHold,
			About: "`open`, `none`, or empty to take the answer back. Posts may be evidence: without `none`, no operation advises to change or delete anything.",
		},
		{
			Method: http.MethodGet, Path: base + "/clusters", Title: "List posts that tell more together", Answer: Page[Record[KeptCluster]]{}, Status: http.StatusOK, Keeps: true, serve: s.apiClusters,
			Query: pageQueries("block, revise, advise, or apart"), About: "The gravest first; without a state, those that were not told apart.",
		},
		{Method: http.MethodGet, Path: base + "/clusters/{id}", Title: "Read one cluster", Answer: Record[KeptCluster]{}, Status: http.StatusOK, Keeps: true, serve: s.apiCluster},
		{
			Method: http.MethodPut, Path: base + "/clusters/{id}", Title: "Tell a cluster apart", Body: ApartAnswer{}, Answer: Record[KeptCluster]{}, Status: http.StatusOK, Keeps: true, serve: s.apiApart,
			About: "What only this cluster asked for is settled by it. It can be taken back.",
		},
		{
			Method: http.MethodGet, Path: base + "/tasks", Title: "List the clean-up", Answer: Page[Record[KeptTask]]{}, Status: http.StatusOK, Keeps: true, serve: s.apiTasks,
			Query: append(pageQueries("block, revise, advise, changed or kept"), timeQueries()...), About: "The closest first; without a state, what is left.",
		},
		{Method: http.MethodGet, Path: base + "/tasks/{id}", Title: "Read one task", Answer: Record[KeptTask]{}, Status: http.StatusOK, Keeps: true, serve: s.apiTask},
		{
			Method: http.MethodPut, Path: base + "/tasks/{id}", Title: "Settle one task", Body: SettledTask{}, Answer: Record[KeptTask]{}, Status: http.StatusOK, Keeps: true, serve: s.apiSettle,
			About: "`changed`, `kept` with a reason, or an empty state to take it back. Asking again does nothing twice.",
		},
	}
}
