package genome

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The trailers of a commit message.
const (
	trailerKind   = "Cellshell-Kind"
	trailerStatus = "Cellshell-Status"
	trailerOf     = "Cellshell-Of"
)

// message writes a commit message: the sentence, the receipt, the trailers.
func message(c Change) string {
	var b strings.Builder
	b.WriteString(oneLine(c.Sentence))
	b.WriteString("\n\n")
	if receipt := strings.TrimSpace(string(c.Receipt)); receipt != "" {
		b.WriteString(receipt + "\n\n")
	}
	b.WriteString(trailerKind + ": " + oneLine(c.Kind) + "\n")
	if c.Status != "" {
		b.WriteString(trailerStatus + ": " + oneLine(c.Status) + "\n")
	}
	if c.Of != 0 {
		b.WriteString(trailerOf + ": " + strconv.Itoa(c.Of) + "\n")
	}
	return b.String()
}

// longestSentence is what is read of a subject, bytes: another program may have written it.
const longestSentence = 4096

// parseMessage reads what message wrote. Somebody's own commit has no trailers: it counts as a change by hand.
func parseMessage(s string) (e Entry, receipt []byte) {
	subject, rest, _ := strings.Cut(s, "\n")
	e = Entry{Sentence: strings.Clone(oneLine(subject[:min(len(subject), longestSentence)])), Kind: KindHand, Status: "done"} // cloned: the receipt would stay in memory with them
	rest = strings.TrimSpace(rest)
	body, trailers := "", rest
	if i := strings.LastIndex(rest, "\n\n"); i >= 0 {
		body, trailers = rest[:i], rest[i+2:]
	}
	if !strings.HasPrefix(trailers, trailerKind+": ") {
		return e, nil
	}
	for line := range strings.SplitSeq(trailers, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case trailerKind:
			e.Kind = known(value)
		case trailerStatus:
			e.Status = known(value)
		case trailerOf:
			e.Of, _ = strconv.Atoi(value)
		}
	}
	if body = strings.TrimSpace(body); json.Valid([]byte(body)) {
		receipt = []byte(body)
	}
	return e, receipt
}

// words are what trailers mostly say.
var words = []string{KindEvolve, KindHand, KindUndo, KindRedo, KindName, KindStart, KindDrop, KindFollow, "done"}

// known is a trailer's value without the message around it.
func known(value string) string {
	if i := slices.Index(words, value); i >= 0 {
		return words[i]
	}
	return strings.Clone(value)
}

// oneLine makes any text fit for a subject: control characters and line breaks become single spaces.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "(no words)"
	}
	return s
}

// person makes a name fit for a commit's author line.
func person(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("<>,;\"", r) {
			return -1
		}
		return r
	}, oneLine(s))
	if s = strings.Trim(s, " ."); s == "" || s == "(no words)" {
		return "cellshell"
	}
	return s
}
