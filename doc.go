// Package bedside holds the nouns that every stage of Bedside shares: what goes in (Draft), what is found in it
// (Mention, Person, Fact) and what comes out (Finding, Question, Result). It imports the standard library only
// and does nothing but decode and validate; package engine is the verb. Start at Draft and Result.
package bedside
