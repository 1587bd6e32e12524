package tissue

import (
	"fmt"
	"strconv"
	"strings"
)

// MaxID is the longest cell id, bytes.
const MaxID = 48

// ParseID checks a cell's name: a lower-case letter, then lower-case letters, digits and single '-', at most [MaxID] bytes.
// It is a folder's and a socket's name, so nothing else may be in it.
func ParseID(s string) (CellID, error) {
	if s == "" || len(s) > MaxID {
		return "", fmt.Errorf("tissue: cell id %.60q has %d bytes, want 1 to %d", s, len(s), MaxID)
	}
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z'
		inner := i > 0 && (c >= '0' && c <= '9' || c == '-' && s[i-1] != '-' && i < len(s)-1)
		if !letter && !inner {
			return "", fmt.Errorf("tissue: cell id %q: %q is not allowed at byte %d; use a lower-case letter, then letters, digits and '-'", s, c, i)
		}
	}
	return CellID(s), nil
}

// NewID returns a free id for a new cell of the gene: the gene's name, then name-2, name-3 … Characters that an id
// cannot hold become '-'; a name without any usable one becomes "cell".
func (d *Document) NewID(gene string) CellID {
	base := clean(gene)
	id := CellID(base)
	for n := 2; d.Cells[id] != nil; n++ {
		id = CellID(base + "-" + strconv.Itoa(n))
	}
	return id
}

func clean(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= MaxID-8 { // room for the number
			break
		}
	}
	if out := strings.Trim(b.String(), "-"); out != "" {
		return out
	}
	return "cell"
}
