package faces

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// What must be shown: of the marked faces, of sure boxes (people in the background are found too, but not marked), and of pictures that
// show nobody.
const (
	leastShare = .98
	mostFalse  = 5 // in a hundred pictures
)

// Short names the lines that fall short.
func (r *Report) Short() []string {
	var short []string
	for i := range r.Lines {
		l := &r.Lines[i]
		switch {
		case l.All.Recall.Of == 0:
			if l.FalseAll*100 > mostFalse*l.Photographs {
				short = append(short, l.Pictures)
			}
		case l.Pictures == "as they are" && min(l.All.Recall.Share(), l.Sure.Recall.Share(), l.Sure.Precision.Share()) < leastShare:
			short = append(short, l.Pictures)
		}
	}
	return short
}

// Print writes the report as a table.
func (r *Report) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "faces in\tpictures\tfaces\trecall\tprecision\tfalse\trecall, sure\tprecision, sure\tfalse, sure\tfalse boxes in")
	for i := range r.Lines {
		l := &r.Lines[i]
		fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\t%d\t%s\t%s\t%d\t%s\n", l.Pictures, l.Photographs, l.All.Recall.Of,
			share(l.All.Recall.Hits, l.All.Recall.Of), share(l.All.Precision.Hits, l.All.Precision.Of), l.FalseAll,
			share(l.Sure.Recall.Hits, l.Sure.Recall.Of), share(l.Sure.Precision.Hits, l.Sure.Precision.Of), l.FalseSureOnly, strings.Join(l.FalseIn, ", "))
	}
	return t.Flush()
}

// share is a share in three digits, or nothing where there is nothing to share.
func share(hits, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(hits)/float64(of))
}
