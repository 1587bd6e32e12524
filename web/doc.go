// Package web shows the desktop in a browser (an HTTP server with a WebSocket bridge): it serves the screen, compiled to
// WebAssembly, and carries what that screen and the body say to each other.
//
// # Who gets in
//
// [Server.URL] makes an address with a token that is good once, for ten minutes. The first visit trades it for a session: a
// cookie that scripts cannot read, and a key that the page keeps in the storage of its origin. Both are wanted for a
// connection to the body, because a browser sends a cookie to every port of a machine, and the storage belongs to one port.
//
// # What a visitor may do
//
// A [Server] knows no path but those of the page. Over /attach it passes on the methods it was given a list of and refuses
// the rest; the body sees a client as any other. Host and Origin of each request are checked, so that neither a name that
// somebody points at this machine nor a page of another site gets in.
//
// # What it costs
//
// It listens when the first address is asked for, and does nothing while nobody visits it. Connections, sessions, tokens,
// frames and the time a slow reader gets are bounded; the constants say by what.
package web
