// Package census answers from one compact table how many people live, are born and are cared for in an area, how many of which age
// and sex, which share of them bears a name or has a common condition. The figures come from public statistics, which [Table.Sources]
// names; docs/census.md says what is in them and what is missing.
//
// It knows no drafts and judges nothing. It never guesses: what no statistic at hand tells comes with false, and the caller widens
// or keeps silent. All figures are whole numbers, the same on every machine. Start at [Load] and [Table.Places].
package census
