// Package jobs does work in the background. A job is a batch that can be done again without harm. What it is about is a sealed record; who
// does it, and how far they are, is a ticket of a Broker, which knows no more of it than an id (docs/adr/0023-jobs.md). Package lease hands
// out tickets on SQLite, package riverqueue has River do so on PostgreSQL, for the nodes of a team; both pass jobstest.
// It knows nothing of what a job is about. Start at Queue and Queue.Work.
package jobs
