package tissue

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// MaxDocument is the longest encoded document that [Decode] takes, bytes.
const MaxDocument = 8 << 20

// Encode returns the document as indented JSON with a final newline, always the same for equal documents: a file that a
// person reads and that diffs line by line. Stamps are not in it, see [EncodeStamps].
func Encode(d *Document) ([]byte, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	n := d.Clone()
	for _, c := range n.Cells {
		c.normalise()
	}
	b, err := json.MarshalIndent(n, "", "\t")
	if err != nil {
		return nil, fmt.Errorf("tissue: encode: %w", err)
	}
	return append(b, '\n'), nil
}

// Decode reads what [Encode] wrote, or what a person or a peer made of it, and checks it. Errors name the line.
func Decode(data []byte) (*Document, error) {
	if len(data) > MaxDocument {
		return nil, fmt.Errorf("tissue: document has %d bytes, at most %d", len(data), MaxDocument)
	}
	d := &Document{}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(d); err != nil {
		return nil, fmt.Errorf("tissue: document, line %d: %w", 1+bytes.Count(data[:min(int(dec.InputOffset()), len(data))], []byte("\n")), err)
	}
	if err := dec.Decode(new(json.RawMessage)); !errors.Is(err, io.EOF) { // More would take a needless } for the end
		return nil, fmt.Errorf("tissue: document: text after the end, at byte %d", dec.InputOffset())
	}
	if err := once(data); err != nil {
		return nil, err
	}
	if d.Cells == nil {
		d.Cells = map[CellID]*Cell{}
	}
	if err := d.Check(); err != nil {
		return nil, err
	}
	for _, c := range d.Cells {
		c.normalise()
	}
	return d, nil
}

// EncodeStamps returns the field stamps as JSON, one field a line.
func EncodeStamps(d *Document) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{")
	for i, key := range sortedKeys(d.Stamps) {
		if i > 0 {
			b.WriteByte(',')
		}
		k, _ := json.Marshal(key)
		v, err := json.Marshal(d.Stamps[key])
		if err != nil {
			return nil, fmt.Errorf("tissue: encode stamp %q: %w", key, err)
		}
		fmt.Fprintf(&b, "\n%s: %s", k, v)
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

// DecodeStamps reads what [EncodeStamps] wrote into d.
func DecodeStamps(d *Document, data []byte) error {
	if len(data) > MaxDocument {
		return fmt.Errorf("tissue: stamps have %d bytes, at most %d", len(data), MaxDocument)
	}
	d.Stamps = nil
	if err := json.Unmarshal(data, &d.Stamps); err != nil {
		return fmt.Errorf("tissue: stamps: %w", err)
	}
	return nil
}
