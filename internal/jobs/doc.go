// Package jobs does work in the background. A job is a batch that can be done again without harm: it is kept as a record, taken
// under a lease, and comes back when whoever took it does not say in time that it goes on. Leases are versions of records
// (docs/adr/0023-jobs.md): the same code shares work between the goroutines of one program on SQLite and the nodes of a team on PostgreSQL.
// It knows nothing of what a job is about. Start at Queue and Queue.Work.
package jobs
