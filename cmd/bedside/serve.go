package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	workbench "bedside/internal/app"
	"bedside/internal/server"
	"bedside/pack"
)

type serveCommand struct {
	Addr string `default:"127.0.0.1:8420" placeholder:"127.0.0.1:8420" help:"Where to listen: an address of this computer, and a port; port 0 takes a free one."`
	keepFlags
	Profile string   `placeholder:"FILE" complete:"file" help:"Who you are; otherwise what “bedside profile init” wrote."`
	Pack    []string `placeholder:"NAME|DIR" complete:"pack" sep:"none" help:"Guidelines to go by, or a folder with your institution’s own. May be repeated."`
}

// Help gives examples.
func (serveCommand) Help() string {
	return `The web application runs on this computer, for you alone: it prints an address that opens it in a browser. Nothing is sent
anywhere. What you ask it to keep is sealed, in a folder that only you can read. Control-C ends it.

Examples:

    bedside serve
    bedside serve --addr 127.0.0.1:9000
    bedside serve --data none
    bedside serve --database postgres://bedside@localhost/bedside --key passphrase
    bedside serve --pack our-hospital/`
}

// grace is how long requests under way may take when the application ends.
const grace = 3 * time.Second

// Run serves until it is interrupted.
func (c *serveCommand) Run(a *app) (err error) {
	s, err := c.open(a)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	kept, err := c.keepFlags.open(ctx, a)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	if kept != nil {
		s.App.Store = kept
	}
	listener, err := listen(ctx, c.Addr) // before any work: one that was started twice by mistake ends here
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // closed already where it was served
	end, err := c.work(ctx, a, &s, kept)
	if err != nil {
		return err
	}
	defer end()
	defer sweep(ctx, s.App)()
	s.Hosts = names(listener.Addr())
	here, err := server.New(s)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "Bedside is open at\n\n    http://%s%s\n\nThe address is yours alone. Control-C ends it.\n%s\n", listener.Addr(), here.Entry(), kept.told())
	return serve(ctx, here.HTTP(), listener)
}

// open puts the application together.
func (c *serveCommand) open(a *app) (server.Config, error) {
	author, err := keepProfile(c.Profile)
	if err != nil {
		return server.Config{}, err
	}
	bodies := c.Pack
	if said, _ := author.Profile(); len(bodies) == 0 {
		bodies = said.Guidelines
	}
	checker, err := a.open(bodies)
	if err != nil {
		return server.Config{}, err
	}
	compiled, _, err := choosePacks(bodies)
	if err != nil {
		return server.Config{}, err
	}
	guidelines, err := pack.Load(compiled)
	if err != nil {
		return server.Config{}, err
	}
	return server.Config{App: &workbench.App{Checker: checker, Auditor: checker, Pack: guidelines, Fill: author.Fill, Profile: author, Looker: a.lookerWithin(serveMemory), Now: a.now}, Version: version}, nil
}

// listen opens a port on this computer only: another one is another person's way in.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, invalid("--addr: an address and a port are wanted, such as 127.0.0.1:8420")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, invalid("--addr: only an address of this computer can be used, such as 127.0.0.1:8420; others on the network would get in")
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > math.MaxUint16 {
		return nil, invalid("--addr: a port is a number up to 65535, as in 127.0.0.1:8420")
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, hint(invalid("--addr: nothing can listen there; perhaps Bedside already runs"), "Choose another port: bedside serve --addr 127.0.0.1:0")
	}
	return listener, nil
}

// names are the names under which a browser may ask a listener.
func names(addr net.Addr) []string {
	_, port, _ := net.SplitHostPort(addr.String())
	return []string{addr.String(), net.JoinHostPort("localhost", port), net.JoinHostPort("127.0.0.1", port), net.JoinHostPort("::1", port)}
}

// serve answers requests until the context ends, and then lets those under way finish.
func serve(ctx context.Context, h *http.Server, listener net.Listener) error {
	done := make(chan error, 1)
	go func() { done <- h.Serve(listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer cancel()
		err := h.Shutdown(last)
		if errors.Is(err, context.DeadlineExceeded) {
			return h.Close()
		}
		return err
	}
}
