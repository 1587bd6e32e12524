// Package control is how the command line talks to the running body (a control socket): one request a frame, answered by
// any number of progress messages and one result or error. The framing is the membrane's; the content is JSON.
//
// The socket is $XDG_RUNTIME_DIR/cellshell/control.sock, in a folder only its owner may enter. A connection carries one
// request at a time; closing it cancels the request that runs.
package control
