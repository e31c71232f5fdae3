package assess_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/pack"
)

// What the reader says of the head contempt. Unlikely implies doubtful, sure implies likely.
const (
	unlikely = "contempt.unlikely contempt.doubtful"
	doubtful = "contempt.doubtful"
	likely   = "contempt.likely"
	sure     = "contempt.likely contempt.sure"
)

func contempt(lowest, highest bedside.Severity) *pack.Band {
	return &pack.Band{Head: "contempt", Lowest: lowest, Highest: highest}
}

func TestBand(t *testing.T) {
	t.Parallel()
	const ok, advise, revise, block = bedside.OK, bedside.Advise, bedside.Revise, bedside.Block
	tests := []struct {
		name  string
		band  *pack.Band
		grade bedside.Severity
		// by what the reader says; absent is a draft that was not read
		absent, unlikely, doubtful, likely, sure bedside.Severity
	}{
		{"sinks and rises, advise", contempt(ok, revise), advise, advise, advise, advise, advise, revise},
		{"sinks and rises, revise", contempt(ok, revise), revise, revise, ok, advise, revise, revise},
		{"a block is never dropped", contempt(ok, revise), block, block, advise, advise, block, block},
		{"never dropped, revise", contempt(advise, revise), revise, revise, advise, advise, revise, revise},
		{"never dropped, block", contempt(advise, revise), block, block, advise, advise, block, block},
		{"never below revise, advise", contempt(revise, block), advise, advise, advise, advise, advise, block},
		{"never below revise, block", contempt(revise, block), block, block, revise, revise, block, block},
		{"never sinks", contempt(block, revise), revise, revise, revise, revise, revise, revise},
		{"never sinks, rises", contempt(block, revise), advise, advise, advise, advise, advise, revise},
		{"never rises", contempt(ok, ok), advise, advise, advise, advise, advise, advise},
		{"never rises, sinks", contempt(ok, ok), revise, revise, ok, advise, revise, revise},
		{"no band, revise", nil, revise, revise, revise, revise, revise, revise},
		{"another head", &pack.Band{Head: "promotion", Highest: block}, revise, revise, revise, revise, revise, revise},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{starts: "drug", severity: tt.grade, band: tt.band})
			for facts, s := range map[string]bedside.Severity{"": tt.absent, unlikely: tt.unlikely, doubtful: tt.doubtful, likely: tt.likely, sure: tt.sure} {
				want := "respect.test " + s.String()
				if s == bedside.OK {
					want = ""
				}
				if got := judge(t, p, "drug:0 "+facts); got != want {
					t.Errorf("%q: got %q, want %q", facts, got, want)
				}
			}
		})
	}
}

// TestIdentifiedNeverSinks: a finding about a person who is identified stays, one about another person of the same draft sinks,
// and both rise.
func TestIdentifiedNeverSinks(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{each: "person", starts: "drug", severity: bedside.Revise, band: contempt(bedside.OK, bedside.Block)})
	const told = "drug@1:0 drug@2:1 identified@1 "
	for facts, want := range map[string]string{
		told + unlikely:             "respect.test@p1 revise",
		told + doubtful:             "respect.test@p1 revise; respect.test@p2 advise",
		told + likely:               "respect.test@p1 revise; respect.test@p2 revise",
		told + sure:                 "respect.test@p1 block; respect.test@p2 block",
		"drug@1:0 " + unlikely:      "",
		"drug@1:0 " + doubtful:      "respect.test@p1 advise",
		told + "identified@2":       "respect.test@p1 revise; respect.test@p2 revise",
		told + "!" + doubtful:       "respect.test@p1 revise; respect.test@p2 revise",
		told + "name@2:1 " + likely: "respect.test@p1 revise; respect.test@p2 revise",
	} {
		if got := judge(t, p, facts); got != want {
			t.Errorf("%q: got %q, want %q", facts, got, want)
		}
	}
}

// TestBandOfADraft: where one person is identified, no finding about the draft as a whole sinks.
func TestBandOfADraft(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{starts: "drug", severity: bedside.Revise, band: contempt(bedside.OK, bedside.Revise)})
	if got, want := judge(t, p, "drug@1:0 identified@2 "+unlikely), "respect.test revise"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestBandAndTheRest: the rule's own steps come first, the topic's cap last.
func TestBandAndTheRest(t *testing.T) {
	t.Parallel()
	r := rule{topic: "colleague", starts: "drug", severity: bedside.Revise, raise: "sensitive.mental", lower: "consent.bound", band: contempt(bedside.OK, bedside.Block)}
	free, capped := fileOf(t, r), fileOf(t, r)
	capped.Caps = map[string]bedside.Severity{"colleague": bedside.Revise}
	for _, tt := range []struct {
		name, facts, want string
		file              *pack.File
	}{
		{"raised, not dropped", "sensitive.mental:0 " + unlikely, "respect.test advise", free},
		{"dropped", unlikely, "", free},
		{"lowered, said", "consent.bound " + unlikely, "respect.test advise", free},
		{"lowered, risen", "consent.bound " + sure, "respect.test block", free},
		{"risen into the cap", sure, "respect.test revise", capped},
		{"sunk below the cap", doubtful, "respect.test advise", capped},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := judge(t, compile(t, tt.file), "drug:0 "+tt.facts); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestEchoes: what the reader found between the lines is said where no rule says as much of the topic.
func TestEchoes(t *testing.T) {
	t.Parallel()
	echo := rule{id: "respect.echo", starts: "contempt.sure", severity: bedside.Revise}
	const echoed = "respect.echo revise"
	drug := func(topic string, s bedside.Severity, band *pack.Band) rule {
		return rule{id: "respect.drug", topic: topic, starts: "drug", severity: s, band: band}
	}
	tests := []struct {
		name  string
		rules []rule
		want  string
	}{
		{"alone", []rule{echo}, echoed},
		{"as much", []rule{echo, drug("respect", bedside.Revise, nil)}, "respect.drug revise"},
		{"as much, the rule first", []rule{drug("respect", bedside.Revise, nil), echo}, "respect.drug revise"},
		{"more", []rule{echo, drug("respect", bedside.Block, nil)}, "respect.drug block"},
		{"less", []rule{echo, drug("respect", bedside.Advise, nil)}, echoed + "; respect.drug advise"},
		{"less, but the reader lets it rise", []rule{echo, drug("respect", bedside.Advise, contempt(bedside.Block, bedside.Revise))}, "respect.drug revise"},
		{"of another topic", []rule{echo, drug("claims", bedside.Block, nil)}, "respect.drug block; " + echoed},
		{"two of the reader alone", []rule{echo, {id: "respect.echo2", starts: "contempt.likely", severity: bedside.Block}}, "respect.echo2 block; " + echoed},
		{"started by words too", []rule{{id: "respect.echo", starts: "contempt.sure drug", severity: bedside.Revise}, drug("respect", bedside.Revise, nil)}, "respect.drug revise; " + echoed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := strings.ReplaceAll(judge(t, compileRules(t, tt.rules...), "drug:0 contempt.likely:0 "+sure), " [contempt.likely]", "")
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if got := judge(t, compileRules(t, echo), sure); got != "" {
		t.Errorf("without a word to show, the reader says %q", got)
	}
}
