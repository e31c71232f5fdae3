// Package server shows the application in a browser: pages drawn here, usable without scripts, that need nothing from
// anywhere else. In personal mode there is one user, on this computer. Loopback is no authentication, so a browser is let in
// by a token that is made at each launch (session.go), and every request is asked where it comes from (guard.go).
// It writes no words of a draft to any log. routes.go is the table of contents; docs/adr/0018-workbench.md says why.
package server
