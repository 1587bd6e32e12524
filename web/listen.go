package web

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"sync"
)

// parseListen reads where to listen: "", "PORT", ":PORT", "ADDRESS" and "ADDRESS:PORT". What is left out is this machine
// alone, and any free port.
func parseListen(text string) (netip.AddrPort, error) {
	host, port := text, "0"
	if h, p, err := net.SplitHostPort(text); err == nil {
		host, port = h, p
	} else if _, err := strconv.Atoi(text); err == nil {
		host, port = "", text
	}
	if host == "" || host == "localhost" {
		host = "127.0.0.1"
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	if err != nil {
		return netip.AddrPort{}, fmt.Errorf("web: %q is no address to listen on, such as 127.0.0.1:8080", text)
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return netip.AddrPort{}, fmt.Errorf("web: %q is no port, which is a number up to 65535", port)
	}
	return netip.AddrPortFrom(addr.Unmap(), uint16(n)), nil
}

// visible is an address under which others find a server that listens on addr.
func visible(addr netip.AddrPort) netip.AddrPort {
	if !addr.Addr().Unmap().IsUnspecified() {
		return addr
	}
	all, _ := net.InterfaceAddrs()
	for _, a := range all {
		if p, err := netip.ParsePrefix(a.String()); err == nil && p.Addr().IsGlobalUnicast() && p.Addr().Is4() {
			return netip.AddrPortFrom(p.Addr(), addr.Port())
		}
	}
	return netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), addr.Port())
}

// bounded is a listener with at most so many connections at once; a further one waits in the kernel.
type bounded struct {
	net.Listener
	seats chan struct{}
	done  chan struct{}
	once  sync.Once
}

func bound(l net.Listener, n int) net.Listener {
	return &bounded{Listener: l, seats: make(chan struct{}, n), done: make(chan struct{})}
}

// Accept implements net.Listener.
func (b *bounded) Accept() (net.Conn, error) {
	select {
	case b.seats <- struct{}{}:
	case <-b.done:
		return nil, net.ErrClosed
	}
	c, err := b.Listener.Accept()
	if err != nil {
		<-b.seats
		return nil, err
	}
	return &seated{Conn: c, leave: sync.OnceFunc(func() { <-b.seats })}, nil
}

// Close implements net.Listener.
func (b *bounded) Close() error {
	b.once.Do(func() { close(b.done) })
	return b.Listener.Close()
}

// seated is a connection of a bounded listener.
type seated struct {
	net.Conn
	leave func()
}

// Close implements net.Conn.
func (s *seated) Close() error {
	defer s.leave()
	return s.Conn.Close()
}
