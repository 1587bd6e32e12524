package control

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
)

// Codes of an Error, by which a program can tell them apart.
const (
	CodeFailed   = "failed"    // it was tried and did not work
	CodeNotFound = "not_found" // no such cell, node, gene, number
	CodeUsage    = "usage"     // the parameters make no sense
	CodeDown     = "down"      // no body is running
)

// Error is what a person reads when a request could not be met.
type Error struct {
	Text string `json:"text"`
	Hint string `json:"hint,omitempty"` // what to do about it; stands on its own line
	Code string `json:"code"`
}

func (e *Error) Error() string { return e.Text }

// asError makes an *Error of any error.
func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Text: err.Error(), Code: CodeFailed}
}

type request struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params,omitempty"`
}

type response struct {
	Progress json.RawMessage `json:"progress,omitempty"`
	Result   json.RawMessage `json:"result,omitempty"`
	Error    *Error          `json:"error,omitempty"`
}

// RuntimeDir is the folder for sockets: $XDG_RUNTIME_DIR/cellshell, or one of the user's own below the temporary folder.
func RuntimeDir() string {
	if d := os.Getenv("XDG_RUNTIME_DIR"); d != "" {
		return filepath.Join(d, "cellshell")
	}
	return filepath.Join(os.TempDir(), "cellshell-"+strconv.Itoa(os.Getuid()))
}

// SocketPath is where the body listens.
func SocketPath() string { return filepath.Join(RuntimeDir(), "control.sock") }

// DoorPath is where the launcher listens, which outlives each body. It answers MethodWeb.
func DoorPath() string { return filepath.Join(RuntimeDir(), "launcher.sock") }
