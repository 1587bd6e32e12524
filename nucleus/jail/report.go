package jail

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Layer is one part of the jail and whether it holds.
type Layer struct {
	Name   string `json:"name"`             // user namespace, landlock, seccomp, …
	OK     bool   `json:"ok"`               // it is in place
	Detail string `json:"detail,omitempty"` // what it is, or why it is missing
}

// Report carries what a host tells its parent while it confines itself.
type Report struct{ read, write *os.File }

// reportLine is one message of the host: what holds, or why it stopped.
type reportLine struct {
	Layers []Layer `json:"layers,omitempty"`
	Error  string  `json:"error,omitempty"`
}

// maxReport bounds what a parent reads of a report, in bytes.
const maxReport = 64 << 10

// NewReport returns a report to hand to Command. Wait or Close ends it.
func NewReport() (*Report, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("jail: report pipe: %w", err)
	}
	return &Report{read: r, write: w}, nil
}

// Started closes the writing end in the parent; call it after the process has been started, or failed to.
func (r *Report) Started() { r.write.Close() }

// Close gives up the report.
func (r *Report) Close() {
	r.write.Close()
	r.read.Close()
}

// Wait returns when the process is confined and the jailed code begins, at the latest after d. The layers tell what
// holds; the error why the jailed code does not run.
func (r *Report) Wait(d time.Duration) ([]Layer, error) {
	defer r.read.Close()
	if err := r.read.SetReadDeadline(time.Now().Add(d)); err != nil {
		return nil, fmt.Errorf("jail: report: %w", err)
	}
	dec := json.NewDecoder(io.LimitReader(r.read, maxReport))
	var layers []Layer
	for {
		var line reportLine
		switch err := dec.Decode(&line); {
		case errors.Is(err, io.EOF) && layers != nil:
			return layers, nil
		case errors.Is(err, io.EOF):
			return nil, errors.New("jail: the host ended before it was confined")
		case errors.Is(err, os.ErrDeadlineExceeded):
			return nil, fmt.Errorf("jail: the host was not confined within %v", d)
		case err != nil:
			return nil, fmt.Errorf("jail: report: %w", err)
		case line.Error != "":
			return layers, errors.New(line.Error)
		}
		layers = append(layers, line.Layers...)
	}
}

// tell writes one line to the parent, which may have gone.
func tell(line reportLine) {
	f := os.NewFile(reportFD, "report")
	data, err := json.Marshal(line)
	if err == nil {
		_, _ = f.Write(append(data, '\n'))
	}
	keep(f)
}

// kept holds files whose descriptors must outlive their last use.
var kept []*os.File

func keep(f *os.File) { kept = append(kept, f) }
