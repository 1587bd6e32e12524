package attach

import (
	"crypto/sha256"
	"encoding/hex"
)

// Shaders is what a screen has found out about shaders of cells: those it does not draw.
type Shaders struct {
	Refused []Refused `json:"refused"`
}

// MaxRefused bounds one such message; a longer one is refused.
const MaxRefused = 64

// Refused is a shader whose fallback is shown.
type Refused struct {
	Hash string `json:"hash"` // of the source, see Hash
	Why  string `json:"why"`
}

// Hash names a shader's source.
func Hash(source string) string {
	sum := sha256.Sum256([]byte(source))
	return hex.EncodeToString(sum[:])
}
