package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// Options are what a server needs from its surroundings.
type Options struct {
	// Listen is HOST:PORT, HOST must be an address; port 0 is any that is free. "" is 127.0.0.1:0.
	Listen string
	// Dir holds the files Screen and Starter.
	Dir string
	// Dial opens a connection to the body.
	Dial func(ctx context.Context) (net.Conn, error)
	// Methods are those of the body that a page may call.
	Methods []string
	Log     *slog.Logger
}

// Server lets browsers in. Its methods may be called from any goroutine.
type Server struct {
	o       Options
	methods map[string]bool
	door    *door
	local   bool // it listens on this machine alone

	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	goes   sync.WaitGroup // the accepting goroutine, and all bridges
	seats  chan struct{}  // holds one token for each bridge
	lent   lent

	mu     sync.Mutex // guards the rest
	addr   netip.AddrPort
	http   *http.Server // nil before the first URL
	closed bool
}

// The bounds of what visitors can make the server hold.
const (
	maxOpen    = 128             // connections
	maxBridges = 32              // of them to the body, which takes 64 from everybody together
	maxHeader  = 16 << 10        // bytes
	headerTime = 5 * time.Second // to send a request
	sendTime   = 2 * time.Minute // to take a file
	idleTime   = time.Minute     // between requests of one connection
)

// New makes a server, which does not listen yet. The error says what is wrong with the address to listen on.
func New(o Options) (*Server, error) {
	addr, err := parseListen(o.Listen)
	if err != nil {
		return nil, err
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{o: o, addr: addr, local: addr.Addr().IsLoopback(), methods: map[string]bool{}, door: newDoor(time.Now), seats: make(chan struct{}, maxBridges)}
	for _, m := range o.Methods {
		s.methods[m] = true
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s, nil
}

// ErrNotBuilt says that the screen is missing.
var ErrNotBuilt = errors.New("the browser screen is not built")

// Built tells whether there is a screen to serve.
func (s *Server) Built() bool { return built(s.o.Dir) }

// URL makes an address that lets one browser in, once, until expires. The first call begins to listen.
func (s *Server) URL() (url string, expires time.Time, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return "", time.Time{}, errors.New("web: the server is closed")
	case !s.Built():
		return "", time.Time{}, ErrNotBuilt
	}
	if s.http == nil {
		if err := s.listen(); err != nil {
			return "", time.Time{}, err
		}
	}
	token, expires := s.door.issue()
	return "http://" + visible(s.addr).String() + "/?token=" + token, expires, nil
}

// listen begins to serve. mu is held.
func (s *Server) listen() error {
	l, err := net.Listen("tcp", s.addr.String())
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	s.addr = l.Addr().(*net.TCPAddr).AddrPort()
	s.http = &http.Server{
		Handler: s, ReadHeaderTimeout: headerTime, ReadTimeout: headerTime, WriteTimeout: sendTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, BaseContext: func(net.Listener) context.Context { return s.ctx },
		ErrorLog: slog.NewLogLogger(s.o.Log.Handler(), slog.LevelDebug),
	}
	s.goes.Go(func() { _ = s.http.Serve(bound(l, maxOpen)) }) // ends with Close
	s.o.Log.Info("the browser screen is served", "address", s.addr.String())
	return nil
}

// Addr is where the server listens, zero before the first URL.
func (s *Server) Addr() netip.AddrPort {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.http == nil {
		return netip.AddrPort{}
	}
	return s.addr
}

// Close cuts every connection and waits until nothing runs any more.
func (s *Server) Close() error {
	s.mu.Lock()
	s.closed = true
	server := s.http
	s.mu.Unlock()
	s.cancel()
	var err error
	if server != nil {
		err = server.Close()
	}
	s.goes.Wait()
	return err
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	harden(w.Header())
	if why := s.stranger(r); why != "" {
		refuse(w, http.StatusForbidden, why)
		return
	}
	if r.URL.Path == "/" && r.URL.Query().Has("token") {
		s.enter(w, r)
		return
	}
	session := s.session(r)
	if session == nil && !files[r.URL.Path].open {
		refuse(w, http.StatusUnauthorized, "This browser has not been let in, or the desktop was started anew since.")
		return
	}
	switch r.URL.Path {
	case "/attach":
		s.attach(w, r, session)
	case "/font":
		s.font(w, r)
	case "/session": // asked by a page that has lost its connection
		w.WriteHeader(http.StatusNoContent)
	default:
		s.file(w, r)
	}
}
