package body

import (
	"encoding/json"
	"os"
	"time"
)

// maxListed is the most changes that one answer lists.
const maxListed = 200

// historyLine is a change as the service "history" lists it.
type historyLine struct {
	N        int    `json:"n"`
	ID       string `json:"id"` // stays the same when numbers do not: somebody may change the history with git
	Sentence string `json:"sentence"`
	When     string `json:"when"` // RFC 3339
	Kind     string `json:"kind"`
	Undone   bool   `json:"undone"`
	Of       int    `json:"of,omitempty"`
	Route    string `json:"route,omitempty"`
	Line     string `json:"line,omitempty"` // the receipt
	Picture  bool   `json:"picture"`
}

// historyList lists the newest changes, or those from number upTo back, and tells what is being tried.
func (b *Body) historyList(limit, upTo int) (json.RawMessage, error) {
	if limit <= 0 || limit > maxListed {
		limit = maxListed
	}
	entries, newest := b.store.Page(upTo, limit)
	out := struct {
		Entries []historyLine `json:"entries"` // newest first
		Newest  int           `json:"newest"`
		Trying  string        `json:"trying,omitempty"`
		Changes int           `json:"changes,omitempty"` // in what is tried
		Until   string        `json:"until,omitempty"`   // when it is thrown away, RFC 3339
	}{Entries: []historyLine{}, Newest: newest}
	for _, e := range entries {
		l := historyLine{N: e.N, ID: e.Hash[:12], Sentence: e.Sentence, When: e.Time.Format(time.RFC3339), Kind: e.Kind, Undone: e.Undone, Of: e.Of}
		told, err := b.lines.of(b.store, e.Hash)
		if err != nil {
			return nil, err
		}
		l.Route, l.Line = told.route, told.line
		_, err = os.Stat(b.picturePath(e.Hash))
		l.Picture = err == nil
		out.Entries = append(out.Entries, l)
	}
	if br, ok := b.store.Branch(); ok {
		out.Trying, out.Changes = br.Name, br.Changes
		if !br.Until.IsZero() {
			out.Until = br.Until.Format(time.RFC3339)
		}
	}
	return json.Marshal(out)
}
