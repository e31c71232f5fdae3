package riverqueue_test

import (
	"bytes"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"

	"bedside/internal/jobs"
	"bedside/internal/jobs/jobstest"
	"bedside/internal/jobs/riverqueue"
	"bedside/internal/seal"
	"bedside/internal/store/postgres"
	"bedside/internal/store/postgres/postgrestest"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

func TestQueue(t *testing.T) {
	t.Parallel()
	postgrestest.Server(t)
	jobstest.Run(t, func(t *testing.T) jobstest.Site {
		t.Helper()
		return site(t, postgrestest.Schema(t), t.TempDir())
	})
}

// site is a schema that several programs use, each over a network of its own.
func site(t *testing.T, at, dir string) jobstest.Site {
	t.Helper()
	first := postgrestest.Open(t, at, dir)
	return jobstest.Site{
		Node: func(t *testing.T, o jobs.Options) jobstest.Node {
			t.Helper()
			through, wire := wired(t, at)
			q, err := riverqueue.New(postgrestest.Open(t, through, dir), o)
			if err != nil {
				t.Fatal(err)
			}
			return jobstest.Node{Queue: q, Cut: wire.cut}
		},
		Copy: func(t *testing.T) jobstest.Site {
			t.Helper()
			there, dir := restored(t, first)
			return site(t, there, dir)
		},
		Broker: func(t *testing.T) string {
			t.Helper()
			return string(bytes.Join(postgrestest.Column(t, at, "SELECT river_job::text FROM river_job"), []byte("\n")))
		},
	}
}

// restored is a schema with what a backup holds, and the folder with its key.
func restored(t *testing.T, from *postgres.Store) (at, dir string) {
	t.Helper()
	at, dir = postgrestest.Schema(t), t.TempDir()
	storetest.Copied(t, from, func(backup io.Reader, secret *seal.Secret) (vault.Counts, error) {
		return postgres.Restore(t.Context(), at, storetest.KeeperIn(dir), backup, secret)
	})
	return at, dir
}

// wire is a network between one program and the server, which can be cut.
type wire struct {
	to       string
	listener net.Listener
	mutex    sync.Mutex
	gone     bool
	ends     []net.Conn
}

// wired lays a wire, and returns the URL that leads through it.
func wired(t *testing.T, at string) (string, *wire) {
	t.Helper()
	through, err := url.Parse(at)
	if err != nil {
		t.Fatal("BEDSIDE_TEST_POSTGRES is no URL")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{to: through.Host, listener: listener}
	go w.serve()
	t.Cleanup(w.cut)
	through.Host = listener.Addr().String()
	return through.String(), w
}

func (w *wire) serve() {
	for {
		near, err := w.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", w.to)
		if err != nil {
			_ = near.Close()
			continue
		}
		if w.holds(near, far) {
			go pipe(near, far)
			go pipe(far, near)
		}
	}
}

func (w *wire) holds(ends ...net.Conn) bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if w.gone {
		closeAll(ends)
		return false
	}
	w.ends = append(w.ends, ends...)
	return true
}

func pipe(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	closeAll([]net.Conn{to, from})
}

func closeAll(ends []net.Conn) {
	for _, c := range ends {
		_ = c.Close()
	}
}

// cut ends all that goes through the wire, now and later.
func (w *wire) cut() {
	_ = w.listener.Close()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.gone = true
	closeAll(w.ends)
}
