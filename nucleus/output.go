package nucleus

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"cellshell/immune"
)

// output is what one process prints. owned by outputs' lock.
type output struct {
	file       *os.File
	name       string // of the process: the key
	cell       string
	generation int
	offset     int64
	partial    []byte // the beginning of a line that has not ended yet
	note       crashNote
	quota      quota
}

// create opens a new output file for a process.
func (o *outputs) create(name, cell string, generation int) (*output, error) {
	path := filepath.Join(o.dir, name+extOutput)
	_ = os.Remove(path)
	_ = os.Remove(filepath.Join(o.dir, name+extOffset))
	return o.open(name, cell, generation, os.O_CREATE|os.O_EXCL, 0)
}

// find opens the output file that a living process writes to.
func (o *outputs) find(name, cell string, generation int) (*output, error) {
	var offset int64
	if data, err := os.ReadFile(filepath.Join(o.dir, name+extOffset)); err == nil {
		offset, _ = strconv.ParseInt(string(data), 10, 64)
	}
	return o.open(name, cell, generation, 0, max(0, offset))
}

func (o *outputs) open(name, cell string, generation, flags int, offset int64) (*output, error) {
	f, err := os.OpenFile(filepath.Join(o.dir, name+extOutput), flags|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("nucleus: output of %s: %w", name, err)
	}
	out := &output{file: f, name: name, cell: cell, generation: generation, offset: offset}
	o.mu.Lock()
	o.list[name] = out
	o.mu.Unlock()
	return out, nil
}

// rename gives a waiting host's output to the cell that takes it over.
func (o *outputs) rename(out *output, name, cell string, generation int) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := os.Rename(filepath.Join(o.dir, out.name+extOutput), filepath.Join(o.dir, name+extOutput)); err != nil {
		return fmt.Errorf("nucleus: output of %s: %w", name, err)
	}
	_ = os.Remove(filepath.Join(o.dir, out.name+extOffset))
	delete(o.list, out.name)
	out.name, out.cell, out.generation = name, cell, generation
	o.list[name] = out
	return nil
}

// split cuts data into lines and keeps an unfinished one.
func (out *output) split(data []byte) []string {
	var lines []string
	for len(data) > 0 {
		i := bytes.IndexByte(data, '\n')
		if i < 0 {
			if room := maxLine + 1 - len(out.partial); room > 0 {
				out.partial = append(out.partial, data[:min(room, len(data))]...)
			}
			break
		}
		line := data[:i]
		if len(out.partial) > 0 {
			line = append(out.partial, line...)
			out.partial = nil
		}
		lines = append(lines, cleanLine(line))
		data = data[i+1:]
	}
	return lines
}

// finish reads the rest of an output, forgets it and removes its files.
func (o *outputs) finish(out *output) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.readLocked(out, 2*immune.LogSize)
	if len(out.partial) > 0 {
		o.deliver(out, []string{cleanLine(out.partial)})
		out.partial = nil
	}
	o.forgetLocked(out)
	_ = os.Remove(filepath.Join(o.dir, out.name+extOutput))
	_ = os.Remove(filepath.Join(o.dir, out.name+extOffset))
}

// forget stops reading an output whose process lives on.
func (o *outputs) forget(out *output) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.readLocked(out, passSize)
	o.forgetLocked(out)
}

func (o *outputs) forgetLocked(out *output) {
	if o.list[out.name] == out {
		delete(o.list, out.name)
	}
	out.file.Close()
}
