package bedside

// AuditSchema is the version of an audit's JSON.
const AuditSchema = 1

// Audit is the answer to a timeline: what posts reveal one by one and together, and what to do about it.
type Audit struct {
	Schema         int            `json:"schema"`
	Verdict        Severity       `json:"verdict"`  // the gravest of all posts and clusters
	Complete       bool           `json:"complete"` // false when something that was found could not be read or checked
	Posts          int            `json:"posts"`    // checked
	Archives       []AuditArchive `json:"archives"`
	Years          []AuditYear    `json:"years"`    // oldest first; posts without a time last, as year 0
	Clusters       []AuditCluster `json:"clusters"` // gravest first
	BeforeDeleting string         `json:"before_deleting,omitempty"`
	CleanUp        []AuditTask    `json:"clean_up"` // gravest first
	Compared       *AuditChange   `json:"compared"` // null without an earlier audit
	NotChecked     []AuditGap     `json:"not_checked"`
	Packs          []PackInfo     `json:"packs"`
	AsOf           Time           `json:"as_of"`
	Version        string         `json:"version"`
}

// AuditArchive says of one export what was found in it and what was read.
type AuditArchive struct {
	Name     string         `json:"name"`
	Platform string         `json:"platform"`
	Found    int            `json:"found"`
	Read     int            `json:"read"`
	Problem  string         `json:"problem,omitempty"` // what kept it from being read to its end
	Skipped  []AuditSkipped `json:"skipped"`
	Settings []AuditSetting `json:"settings"`
}

// AuditSkipped counts what was passed over in one file of an export for one reason.
type AuditSkipped struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

// AuditSetting is a setting of privacy as an export holds it.
type AuditSetting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Time  Time   `json:"time,omitzero"`
}

// AuditYear counts the posts of a year by month, and their findings by topic.
type AuditYear struct {
	Year   int          `json:"year"`
	Posts  int          `json:"posts"`
	Months []AuditMonth `json:"months"` // those with posts
	Topics []AuditTopic `json:"topics"` // those with findings, in the order of Topics
}

// AuditMonth counts posts, and how many of them have a finding, by the gravest.
type AuditMonth struct {
	Month  int `json:"month"` // 1 to 12; 0 in the year 0
	Posts  int `json:"posts"`
	Advise int `json:"advise"`
	Revise int `json:"revise"`
	Block  int `json:"block"`
}

// AuditTopic counts findings of a topic by severity.
type AuditTopic struct {
	Topic  string `json:"topic"`
	Advise int    `json:"advise"`
	Revise int    `json:"revise"`
	Block  int    `json:"block"`
}

// AuditPost is a post as an audit shows it.
type AuditPost struct {
	ID       string `json:"id"`
	Platform string `json:"platform"`
	Handle   string `json:"handle,omitempty"`
	Kind     string `json:"kind"`
	Audience string `json:"audience,omitempty"`
	Time     Time   `json:"time"`
	URL      string `json:"url,omitempty"`
	File     string `json:"file,omitempty"` // of the export
	Lang     string `json:"lang,omitempty"`
	Text     string `json:"text,omitempty"` // left out by --no-text
	Draft    *Draft `json:"-"`              // the whole, for those who show more of it
}

// AuditCluster is a group of posts that reveal somebody together.
type AuditCluster struct {
	ID             string       `json:"id"`
	Severity       Severity     `json:"severity"`
	Status         string       `json:"status,omitempty"` // new or still_there, beside an earlier audit
	Posts          []AuditPiece `json:"posts"`            // oldest first
	RecognisableBy []string     `json:"recognisable_by"`  // from the posts together
	Gained         []string     `json:"gained"`           // those of them who could not from any one post
	Crowd          *Crowd       `json:"crowd"`            // together; null when it cannot be said honestly
	Message        string       `json:"message"`
	Why            string       `json:"why"`
	Remedy         string       `json:"remedy"`
	Clauses        []Clause     `json:"clauses"`
}

// AuditPiece is what one post adds to a cluster.
type AuditPiece struct {
	Post     AuditPost  `json:"post"`
	Gives    []string   `json:"gives"` // kinds of facts
	Evidence []Evidence `json:"evidence"`
	Alone    *Crowd     `json:"alone"`  // who fits this post by itself
	SoFar    *Crowd     `json:"so_far"` // and all up to this one
	Change   bool       `json:"change"` // without what it gives, least is gained
}

// What to do with a post.
const (
	AuditDelete  = "delete"
	AuditEdit    = "edit"
	AuditUntag   = "untag"   // somebody else posted it
	AuditDecline = "decline" // a contact request
	AuditAsk     = "ask"     // it turns on what only the author or the people concerned can say
)

// AuditTask is a post to do something about.
type AuditTask struct {
	Post           AuditPost   `json:"post"`
	Do             string      `json:"do"`
	Severity       Severity    `json:"severity"`
	Status         string      `json:"status,omitempty"` // new or still_there, beside an earlier audit
	Findings       []Finding   `json:"findings"`
	Questions      []Question  `json:"questions"`
	RecognisableBy []string    `json:"recognisable_by"`
	Crowd          *Crowd      `json:"crowd"` // the smallest of its people
	Rewrite        *Rewrite    `json:"rewrite"`
	Clusters       []string    `json:"clusters"` // that it is the one to change of
	Same           []AuditPost `json:"same"`     // nearly the same words elsewhere: the same is to be done with them
}

// AuditChange compares an audit with the one before.
type AuditChange struct {
	Since      Time         `json:"since"` // when the one before was made
	New        int          `json:"new"`
	StillThere int          `json:"still_there"`
	Fixed      []AuditFixed `json:"fixed"`
	// FixedClusters counts clusters that are found no more.
	FixedClusters int `json:"fixed_clusters"`
}

// AuditFixed is a finding of the audit before that is found no more.
type AuditFixed struct {
	Post     string `json:"post"`
	Platform string `json:"platform"`
	Rule     string `json:"rule"`
	Gone     bool   `json:"gone"` // the post itself is not there any more
}

// AuditGap is something that an audit says nothing about, and of how many posts.
type AuditGap struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Count   int    `json:"count,omitempty"`
}

// Statuses of what an audit finds, beside an earlier one.
const (
	StatusNew        = "new"
	StatusStillThere = "still_there"
)
