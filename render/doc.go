// Package render turns a result into what somebody reads: text for a terminal, JSON, SARIF, HTML. One file a format.
// It never reads files, clocks or the environment, and it decides nothing: what is found and how severe it is stands
// in the result. Start at Text and JSON.
package render
