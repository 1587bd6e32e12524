package nucleus

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"cellshell/immune"
)

// record is what a later body needs to find a process again.
type record struct {
	PID        int       `json:"pid"`
	Birth      uint64    `json:"birth"` // clock ticks since boot, from /proc
	Cell       string    `json:"cell"`
	Generation int       `json:"generation"`
	Run        int       `json:"run"`
	Engine     string    `json:"engine"`
	Memory     uint64    `json:"memory"` // its limit, bytes
	Started    time.Time `json:"started"`
}

// recordOf describes a process that has just been made.
func recordOf(spec Spec, b *born, p immune.Profile) record {
	return record{
		PID: b.child.pid, Birth: b.child.birth, Cell: spec.Cell, Generation: spec.Generation, Run: spec.run, Engine: spec.Engine,
		Memory: p.Limits.Memory, Started: time.Now(),
	}
}

// maxRecord bounds what is read of a record file, in bytes.
const maxRecord = 16 << 10

// record writes the record of a process, whole or not at all.
func (s *Supervisor) record(name string, r record) error {
	data, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("nucleus: record of %s: %w", name, err)
	}
	path := s.at(name + extRecord)
	if err := os.WriteFile(path+extHalf, data, 0o600); err != nil {
		return fmt.Errorf("nucleus: record of %s: %w", name, err)
	}
	if err := os.Rename(path+extHalf, path); err != nil {
		return fmt.Errorf("nucleus: record of %s: %w", name, err)
	}
	return nil
}

// parseRecord reads a record file.
func parseRecord(data []byte) (record, error) {
	var r record
	if len(data) > maxRecord {
		return r, fmt.Errorf("nucleus: record has %d bytes, at most %d allowed", len(data), maxRecord)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		return r, fmt.Errorf("nucleus: record: %w", err)
	}
	if r.PID < 2 {
		return r, fmt.Errorf("nucleus: record: process %d is no cell", r.PID)
	}
	if r.Cell == stemCell {
		return r, nil
	}
	if err := checkCell(r.Cell); err != nil {
		return r, err
	}
	if r.Generation < 1 {
		return r, fmt.Errorf("nucleus: record of %s: generation %d, want 1 or more", r.Cell, r.Generation)
	}
	return r, nil
}
