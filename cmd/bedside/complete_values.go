package main

import (
	"encoding/json"

	"github.com/alecthomas/kong"

	"bedside"
	"bedside/internal/seal"
	"bedside/pack"
	"bedside/packs"
)

// offerValues says what can stand for a value. Its tag complete names it.
func offerValues(v *kong.Value) offer {
	switch v.Tag.Get("complete") {
	case "file":
		return offer{paths: files}
	case "folder":
		return offer{paths: folders}
	case "pack":
		return offer{bodiesOf(ownPack()), folders}
	case "id":
		return offer{idsOf(ownPack()), noPaths}
	case "rule":
		return offer{rulesOf(ownPack()), noPaths}
	case "answer":
		return offer{answersOf(ownPack()), noPaths}
	case "format":
		return offerWords(formats()...)
	case "listing":
		return offerWords(listings()...)
	case "key":
		return offerWords(seal.Sources()...)
	case "report":
		return offerWords(reportFormats()...)
	case "verdict":
		return offerWords(verdicts()...)
	case "persona":
		return offerWords(bedside.Personas()...)
	case "audience":
		return offerWords(bedside.Audiences()...)
	case "shell":
		return offerWords(shells()...)
	}
	return offerWords()
}

// ownPack is the compiled pack that this program carries: quicker to read than its sources, and Tab is pressed often.
func ownPack() *pack.File {
	var p pack.File
	if json.Unmarshal(packs.Default(), &p) != nil {
		return &pack.File{} // the pack was tested before it was built in; without it there is nothing to offer
	}
	return &p
}

// bodiesOf lists what --pack can name.
func bodiesOf(p *pack.File) []choice {
	out := []choice{{p.ID, "All sources"}}
	for _, b := range p.Bodies {
		out = append(out, choice{b.ID, b.Title})
	}
	return out
}

// idsOf lists everything that guidelines show can show.
func idsOf(p *pack.File) []choice {
	var out []choice
	for _, b := range p.Bodies {
		for _, c := range b.Clauses {
			out = append(out, choice{c.ID, b.Source + ", " + c.Cite})
		}
	}
	for _, l := range p.Law {
		out = append(out, choice{l.ID, l.Cite})
	}
	out = append(out, rulesOf(p)...)
	for _, q := range p.Questions {
		out = append(out, choice{q.ID, q.Prompt})
	}
	for _, c := range p.Conflicts {
		out = append(out, choice{c.ID, c.Title})
	}
	return out
}

// rulesOf lists the rules, each with the message of its highest grade.
func rulesOf(p *pack.File) []choice {
	var out []choice
	for i := range p.Rules {
		l := listRule(&p.Rules[i])
		out = append(out, choice{l.ID, l.Message})
	}
	return out
}

// answersOf lists the answers to every question; where one is asked of each person, those about the first.
func answersOf(p *pack.File) []choice {
	var out []choice
	for _, q := range p.Questions {
		id := q.ID
		if q.Each == "person" {
			id += "@p1"
		}
		for _, o := range q.Options {
			out = append(out, choice{id + "=" + o.Value, o.Label})
		}
	}
	return out
}
