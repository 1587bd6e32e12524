package genome

import (
	"encoding/binary"
	"errors"
	"os"
	"slices"
	"time"
)

// aside is a file without a name, in which a store puts what it need not have in memory. All of it can be had from the
// commits again, so nothing of it outlives the process. A nil aside takes nothing.
type aside struct {
	dir  string
	file *os.File // nil: none was needed yet
	size int64
}

// put puts changes into the file. Where that fails they stay in memory.
func (a *aside) put(list []record) page {
	held := page{held: list}
	if a == nil {
		return held
	}
	if a.file == nil {
		f, err := os.CreateTemp(a.dir, "lineage")
		if err != nil {
			return held
		}
		os.Remove(f.Name())
		a.file = f
	}
	var data []byte
	for _, r := range list {
		data = appendRecord(data, r)
	}
	if _, err := a.file.WriteAt(data, a.size); err != nil {
		return held
	}
	p := page{from: a.size, size: len(data)}
	a.size += int64(len(data))
	return p
}

// get reads the changes of a page.
func (a *aside) get(p page) []record {
	out := make([]record, pageSize)
	data := make([]byte, p.size)
	if _, err := a.file.ReadAt(data, p.from); err != nil {
		return out
	}
	for i := range out {
		r, rest, err := readRecord(data)
		if err != nil {
			break
		}
		out[i], data = r, rest
	}
	return out
}

func (a *aside) close() error {
	if a.file == nil {
		return nil
	}
	return a.file.Close()
}

// appendRecord writes a change without its number, which its place says.
func appendRecord(b []byte, r record) []byte {
	_, zone := r.Time.Zone()
	b = slices.Concat(b, r.commit[:], r.tree[:])
	b = binary.AppendVarint(b, r.Time.Unix())
	b = binary.AppendVarint(b, int64(zone))
	b = binary.AppendVarint(b, int64(r.Of))
	for _, s := range []string{r.Kind, r.Status, r.Sentence} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

var errShort = errors.New("genome: a change that was put aside is cut short")

// readRecord reads what appendRecord wrote, and returns what comes after it.
func readRecord(b []byte) (r record, rest []byte, err error) {
	if len(b) < len(r.commit)+len(r.tree) {
		return record{}, nil, errShort
	}
	n := copy(r.commit[:], b)
	n += copy(r.tree[:], b[n:])
	b = b[n:]
	var numbers [3]int64
	for i := range numbers {
		if numbers[i], n = binary.Varint(b); n <= 0 {
			return record{}, nil, errShort
		}
		b = b[n:]
	}
	var words [3]string
	for i := range words {
		size, n := binary.Uvarint(b)
		if n <= 0 || size > uint64(len(b)-n) {
			return record{}, nil, errShort
		}
		words[i], b = string(b[n:n+int(size)]), b[n+int(size):]
	}
	r.Hash, r.Kind, r.Status, r.Sentence = r.commit.String(), known(words[0]), known(words[1]), words[2]
	r.Time, r.Of = time.Unix(numbers[0], 0).In(time.FixedZone("", int(numbers[1]))), int(numbers[2])
	return r, b, nil
}
