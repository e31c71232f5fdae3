package eval

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"slices"

	"bedside"
)

// TweetPart is a part of a public set of tweets, read as public posts of a physician who posts like anybody.
// Nearly all of it is ordinary: what is sent back is nearly always a false alarm.
type TweetPart struct {
	Name    string     `json:"name"`
	Posts   int        `json:"posts"`
	HeldOut bool       `json:"held_out"` // totals only
	Failed  int        `json:"failed"`
	Rates   []PerMille `json:"rates"`
	Rows    []TweetRow `json:"rows,omitempty"` // of an open part: what was sent back, by number
}

// PerMille is a rate per 1,000 posts.
type PerMille struct {
	Key   string  `json:"key"`
	Count int     `json:"count"`
	Value float64 `json:"per_1000"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// TweetRow is a post of somebody else: its number in the file, from 1, and what was said. Never its text.
type TweetRow struct {
	Row     int              `json:"row"`
	Verdict bedside.Severity `json:"verdict"`
	Rules   []string         `json:"rules"`
}

// Tweets checks the sets in the folder of public data. Of the Broad Twitter Corpus (CC BY 4.0) the first half of btc.train is open, the second half and btc.dev
// are held out. The name tagger alone has learned from all of btc.train (docs/adr/0012-name-tagger.md): only btc.dev is new to everything.
// Tweets of March 2020 (CLEF 2020, CheckThat; for evaluation only) are open too: everybody spoke of one illness then, and hardly anybody of a patient.
func Tweets(data fs.FS, check Check) ([]TweetPart, error) {
	train, err := fs.ReadFile(data, "btc/btc.train")
	if err != nil {
		return nil, bedside.Errorf(bedside.CodeNotFound, "btc.train is not there")
	}
	dev, err := fs.ReadFile(data, "btc/btc.dev")
	if err != nil {
		return nil, bedside.Errorf(bedside.CodeNotFound, "btc.dev is not there")
	}
	posts := readConll(train)
	half := len(posts) / 2
	parts := []TweetPart{
		tweetPart("btc.train, first half", posts[:half], false, check),
		tweetPart("btc.train, second half", posts[half:], true, check),
		tweetPart("btc.dev", readConll(dev), true, check),
	}
	epidemic, err := epidemicPosts(data)
	if err != nil || len(epidemic) == 0 {
		return parts, err
	}
	return append(parts, tweetPart("checkthat, March 2020", epidemic, false, check)), nil
}

// epidemicPosts are the texts of the tweets of March 2020; none where they are not there.
func epidemicPosts(data fs.FS) ([]string, error) {
	var out []string
	for _, name := range []string{"v2_training_v2.tsv", "v2_dev_v2.tsv"} {
		b, err := fs.ReadFile(data, "checkthat2020_t1/"+name)
		if err != nil {
			continue
		}
		r := csv.NewReader(bytes.NewReader(b))
		r.Comma, r.LazyQuotes = '\t', true
		rows, err := r.ReadAll()
		if err != nil || len(rows) == 0 {
			return nil, bedside.Errorf(bedside.CodeInvalid, "%s is no table", name)
		}
		column := slices.Index(rows[0], "tweet_text")
		if column < 0 {
			return nil, bedside.Errorf(bedside.CodeInvalid, "%s has no column tweet_text", name)
		}
		for _, row := range rows[1:] {
			out = append(out, row[column])
		}
	}
	return out, nil
}

// OrdinaryPosts are tweets of the shared data on which something may be learned: the open half of btc.train, WNUT-17's training part (CC BY 4.0)
// and what Tweebank-NER trains and tunes on (Apache-2.0).
func OrdinaryPosts(shared fs.FS) ([]bedside.Draft, error) {
	var out []bedside.Draft
	for _, name := range []string{"btc/btc.train", "wnut17/wnut17train.conll", "tweebank_ner/train.bio", "tweebank_ner/dev.bio"} {
		b, err := fs.ReadFile(shared, "data/"+name)
		if err != nil {
			return nil, bedside.Errorf(bedside.CodeNotFound, "%s is not there", name)
		}
		posts := readConll(b)
		if name == "btc/btc.train" {
			posts = posts[:len(posts)/2]
		}
		for _, text := range posts {
			out = append(out, physicianPost(text))
		}
	}
	return out, nil
}

func tweetPart(name string, posts []string, heldOut bool, check Check) TweetPart {
	p := TweetPart{Name: name, Posts: len(posts), HeldOut: heldOut}
	counts := map[string]int{}
	for i, text := range posts {
		r, err := check(physicianPost(text))
		if err != nil {
			p.Failed++
			continue
		}
		countTweet(counts, r)
		if !heldOut && r.Verdict >= bedside.Advise {
			p.Rows = append(p.Rows, TweetRow{i + 1, r.Verdict, rulesOf(r, bedside.Advise)})
		}
	}
	for _, key := range []string{"privacy sent back", "any sent back", "advised", "asked"} {
		p.Rates = append(p.Rates, perMille(key, Count{counts[key], len(posts)}))
	}
	return p
}

func physicianPost(text string) bedside.Draft {
	return bedside.Draft{
		Text: text, Author: bedside.Author{Role: "physician"}, Account: bedside.Account{Persona: "personal", Audience: "public"},
	}.WithDefaults()
}

func countTweet(counts map[string]int, r *bedside.Result) {
	if slices.Contains(topicsOf(r, bedside.Revise), "patient_privacy") {
		counts["privacy sent back"]++
	}
	if sendBack(r.Verdict) {
		counts["any sent back"]++
	}
	if r.Verdict == bedside.Advise {
		counts["advised"]++
	}
	if len(r.Questions) > 0 {
		counts["asked"]++
	}
}

func perMille(key string, c Count) PerMille {
	low, high := c.Wilson()
	return PerMille{key, c.Hits, 1000 * c.Share(), 1000 * low, 1000 * high}
}
