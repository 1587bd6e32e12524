package canary

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"cellshell/internal/atomicfile"
)

// How long a verdict holds: drivers are replaced, and a bad one may have had a bad day.
const (
	goodFor  = 30 * 24 * time.Hour
	badFor   = 24 * time.Hour
	maxFiles = 1000 // kept; when there are more, all go
)

// kept is a verdict on the disk.
type kept struct {
	At  int64  `json:"at"` // Unix seconds
	Why string `json:"why,omitempty"`
}

func (j *Judge) key(source string) string {
	sum := sha256.Sum256([]byte(j.o.Salt + "\x00" + source))
	return hex.EncodeToString(sum[:])
}

func (j *Judge) path(key string) string { return filepath.Join(j.o.Dir, key+".json") }

// read finds a verdict that still holds.
func (j *Judge) read(key string) (why string, ok bool) {
	if j.o.Dir == "" {
		return "", false
	}
	raw, err := os.ReadFile(j.path(key))
	var k kept
	if err != nil || len(raw) > maxSaid || json.Unmarshal(raw, &k) != nil {
		return "", false
	}
	holds := goodFor
	if k.Why != "" {
		holds = badFor
	}
	age := time.Since(time.Unix(k.At, 0))
	return k.Why, age >= 0 && age < holds
}

// write keeps a verdict. One that cannot be kept is found again.
func (j *Judge) write(key, why string) {
	if j.o.Dir == "" || os.MkdirAll(j.o.Dir, 0o700) != nil {
		return
	}
	if all, err := os.ReadDir(j.o.Dir); err == nil && len(all) >= maxFiles {
		for _, f := range all {
			_ = os.Remove(filepath.Join(j.o.Dir, f.Name()))
		}
	}
	if raw, err := json.Marshal(kept{At: time.Now().Unix(), Why: why}); err == nil {
		_ = atomicfile.Write(j.path(key), raw, 0o600)
	}
}
