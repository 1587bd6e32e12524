package control

import (
	"time"

	"cellshell/evolve/act"
)

// UndoParams says which change: N 0 takes back the newest change, N > 0 only that one.
type UndoParams struct {
	N int `json:"n,omitempty"`
}

// RestoreParams says to which state: as it was after change N.
type RestoreParams struct {
	N int `json:"n"`
}

// BranchParams begins an attempt, or ends the one under way.
type BranchParams struct {
	Do      string `json:"do"`                // BranchStart, BranchKeep or BranchDrop
	Name    string `json:"name,omitempty"`    // of an attempt that begins; "" makes one
	Minutes int    `json:"minutes,omitempty"` // it is thrown away then unless it is kept before; 0: never
}

// What BranchParams.Do may be.
const (
	BranchStart = "start"
	BranchKeep  = "keep"
	BranchDrop  = "drop"
)

// Branch is an attempt under way.
type Branch struct {
	Name    string    `json:"name"`
	Changes int       `json:"changes"`        // made so far
	From    int       `json:"from"`           // number of the change it began after
	Until   time.Time `json:"until,omitzero"` // thrown away then
}

// HistoryParams limits the answer; 0 means 50.
type HistoryParams struct {
	Limit int `json:"limit,omitempty"`
}

// HistoryEntry is one evolution, newest first.
type HistoryEntry struct {
	N        int        `json:"n"`
	Commit   string     `json:"commit"`
	Sentence string     `json:"sentence"`
	Status   act.Status `json:"status"`
	Time     time.Time  `json:"time"`
	Undone   bool       `json:"undone"`
}

// DiffParams says which change: N 0 means the newest change.
type DiffParams struct {
	N int `json:"n,omitempty"`
}

// DiffResult is a unified diff.
type DiffResult struct {
	N    int    `json:"n"`
	Diff string `json:"diff"`
}
