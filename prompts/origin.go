package prompts

import (
	"crypto/sha256"
	"encoding/hex"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"
	"unicode"
)

// Spoken is what the person typed or said, the only part of a prompt that tells the model what to do.
type Spoken string

// Code and the types below are all other strings of a prompt, each with the place it came from: data, whatever it says.
// Code is source of the cell, its comments included, whoever wrote it.
type Code string

// Named is the title of a cell, the key or kind of a node: from the document, a manifest or the source.
type Named string

// Shown is text that a cell shows: anybody may have written it.
type Shown string

// Found is what gate or trial had against an answer; it may quote what a cell said as it died.
type Found string

// Said is an earlier answer of the model.
type Said string

// Setting is the theme.
type Setting string

// Origin names where a part of a prompt came from.
type Origin string

// The origins, in the order of the types.
const (
	FromPerson  Origin = "person"
	FromSource  Origin = "source"
	FromNames   Origin = "names"
	FromScreen  Origin = "screen"
	FromGate    Origin = "gate"
	FromModel   Origin = "model"
	FromSetting Origin = "setting"
)

// Part is one string of a prompt.
type Part struct {
	Origin Origin
	Text   string // as it stands in the message
}

// literals are the texts that stand in a source as string constants: what shows one of them shows nothing that was not
// written by whoever wrote the source.
func literals(src Code) map[string]bool {
	var s scanner.Scanner
	set := token.NewFileSet()
	s.Init(set.AddFile("", -1, len(src)), []byte(src), func(token.Position, string) {}, 0)
	out := map[string]bool{}
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			return out
		}
		if tok == token.STRING {
			if text, err := strconv.Unquote(lit); err == nil {
				out[text] = true
			}
		}
	}
}

// nonce marks the end of data that a cell shows. It is made of the data and the source, so that the same wish reads the
// same each time, and it is taken out of the data, so that nothing in them can end them.
func nonce(text Shown, src Code) (mark, clean string) {
	sum := sha256.Sum256([]byte("data\x00" + string(text) + "\x00" + string(src)))
	mark = hex.EncodeToString(sum[:8])
	return mark, strings.ReplaceAll(string(text), mark, "")
}

// plain takes out what a person cannot see and a model may read: controls of the direction of writing, tags, marks without
// width. Joiners stay, emoji are made with them.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200d', r == '\n', r == '\t':
			return r
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r), r >= 0xe0000 && r <= 0xe007f, r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
