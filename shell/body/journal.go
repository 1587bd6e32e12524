package body

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"cellshell/internal/atomicfile"
	"cellshell/internal/privatedir"
)

// journal holds what the hands did, from the moment it is done: a line for each batch of input, written before a cell or a
// screen hears of it. It lies in the runtime folder, which is memory: writing to it waits for no disk, and it outlives a
// kill of the body. What has to outlive the machine is in the saved input some milliseconds later, which says how much of
// the journal it holds already. All fields are guarded by Body.mu.
//
// Offsets count from the first line that the journal of this desktop ever had: the file is begun anew when all of it is
// saved, and its first line says at which offset.
type journal struct {
	path string
	desk string   // the desktop it belongs to
	file *os.File // nil: cannot be written
	head int64    // length of its first line
	base int64    // offset at which the file begins
	end  int64    // offset after the newest line
	full bool     // said that it is

	shadow shadow   // what has been written so far
	posts  []posted // since the newest line
}

// head is the first line of a journal.
type journalHead struct {
	Desk string `json:"desk"`
	Base int64  `json:"base"`
}

// A journal that is all saved is begun anew when it has grown beyond journalTurn; none grows beyond journalMost, bytes.
const (
	journalTurn = 256 << 10
	journalMost = 64 << 20
)

func (b *Body) journalPath() string { return filepath.Join(b.paths.Runtime, "input.journal") }

// begin makes a new file that goes on at an offset. Body.mu is held.
func (j *journal) begin(at int64) error {
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
	head, err := json.Marshal(journalHead{Desk: j.desk, Base: at})
	if err != nil {
		return err
	}
	head = append(head, '\n')
	if err := privatedir.Make(filepath.Dir(j.path)); err != nil { // it may have been removed
		return err
	}
	if err := atomicfile.Write(j.path, head, 0o600); err != nil {
		return err
	}
	f, err := os.OpenFile(j.path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	j.file, j.head, j.base, j.end, j.full = f, int64(len(head)), at, at, false
	return nil
}

// write appends a line and says whether it is there. Body.mu is held.
func (j *journal) write(l *record) error {
	if j.file == nil {
		return errors.New("it has no file")
	}
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if j.end-j.base+int64(len(data)) > journalMost {
		return fmt.Errorf("%d bytes wait to be saved, limit %d", j.end-j.base, journalMost)
	}
	n, err := j.file.Write(data)
	if err != nil {
		if n > 0 { // half a line would hide those after it
			_ = j.file.Truncate(j.head + j.end - j.base)
		}
		return err
	}
	j.end += int64(n)
	return nil
}

// saved says that the saved input holds everything up to an offset: what is not needed any more is thrown away. A journal
// whose file somebody removed gets another one. Body.mu is held.
func (j *journal) saved(at int64) error {
	if j.end != at {
		return nil // it will be, when the hands rest for a moment
	}
	if j.file != nil && j.end-j.base < journalTurn {
		here, err := os.Stat(j.path)
		mine, errMine := j.file.Stat()
		if err == nil && errMine == nil && os.SameFile(here, mine) {
			return nil
		}
	}
	return j.begin(at)
}

// readJournal returns the lines from an offset of a desktop's journal, oldest first, and the offset after them. A line that
// is not whole ends it: its writer was killed.
func readJournal(data []byte, desk string, from int64) (lines []record, end int64, err error) {
	first, rest, ok := bytes.Cut(data, []byte("\n"))
	var head journalHead
	if !ok || json.Unmarshal(first, &head) != nil {
		return nil, from, errors.New("its first line is damaged")
	}
	if head.Desk != desk || head.Base < 0 || head.Base > from {
		return nil, from, nil // another desktop's, or one that was begun after the saved input was lost
	}
	at := head.Base
	for len(rest) > 0 {
		text, after, whole := bytes.Cut(rest, []byte("\n"))
		if !whole {
			break
		}
		rest = after
		if at += int64(len(text)) + 1; at <= from {
			continue
		}
		var l record
		if err := json.Unmarshal(text, &l); err != nil {
			return lines, at, fmt.Errorf("its line at %d is damaged: %w", at, err)
		}
		lines = append(lines, l)
	}
	return lines, max(at, from), nil
}
