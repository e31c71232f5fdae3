// Package worth says in figures what the words of a detail are worth: "34F" is one year of age and half the people, "Duluth" one
// town or another, "appendicitis" so many of a billion in a year, by age. It is handed the words that were found and the tables of
// census, and gives values that package reid counts with; the words stay behind.
//
// It finds no details, counts nobody and never guesses: words without a figure have no value. Start at New and Scale.Value.
package worth
