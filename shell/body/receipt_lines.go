package body

import (
	"encoding/json"
	"sync"

	"cellshell/evolve/act"
	"cellshell/genome"
)

// maxLines is how many receipts are remembered as they are told; with more it begins anew. A list that is looked at asks for the
// same ones every few seconds.
const maxLines = 1000

// receiptLines are the receipts of the history as they are told, by commit: no receipt changes.
type receiptLines struct {
	mu   sync.Mutex // guards what is below
	told map[string]receiptLine
}

type receiptLine struct{ route, line string }

// of tells the receipt of a commit; the zero value tells of none.
func (l *receiptLines) of(s *genome.Store, hash string) (receiptLine, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if is, ok := l.told[hash]; ok {
		return is, nil
	}
	raw, err := s.Receipt(hash)
	if err != nil {
		return receiptLine{}, err
	}
	var r act.Receipt
	var is receiptLine
	if json.Unmarshal(raw, &r) == nil && r.Status != "" {
		is = receiptLine{string(r.Route), r.Line()}
	}
	if l.told == nil || len(l.told) >= maxLines {
		l.told = map[string]receiptLine{}
	}
	l.told[hash] = is
	return is, nil
}
