package edit

import (
	"errors"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
)

// ErrNoCode says that an answer holds no code at all.
var ErrNoCode = errors.New("edit: the answer holds no code")

var thinking = regexp.MustCompile(`(?s)<think(?:ing)?>.*?</think(?:ing)?>`)

// Fence takes the code out of a model's answer: what stands between ``` lines, without reasoning and prose. Several
// blocks are joined, but for a whole file, which wins over fragments. An answer without fences counts as code from its
// first line that looks like Go. A block whose end is missing is returned as far as it goes; parsing it tells the rest.
func Fence(answer string) (string, error) {
	if len(answer) > 8*MaxSource {
		return "", errors.New("edit: the answer is too long")
	}
	answer = strings.ReplaceAll(answer, "\r\n", "\n")
	answer = thinking.ReplaceAllString(answer, "")
	if _, after, ok := strings.Cut(answer, "</think>"); ok { // the opening tag was part of the prompt
		answer = after
	}
	if at := strings.LastIndex(answer, "<think"); at >= 0 { // it never stopped thinking
		answer = answer[:at]
	}
	blocks := fenced(answer)
	if len(blocks) == 0 {
		return bare(answer)
	}
	var whole string
	for _, b := range blocks {
		if hasPackage(b) && len(b) > len(whole) {
			whole = b
		}
	}
	if whole != "" {
		return whole, nil
	}
	return strings.Join(blocks, "\n"), nil
}

// fenced returns the contents of the code blocks, those marked as Go when there are such.
func fenced(answer string) []string {
	type block struct{ lang, text string }
	var blocks []block
	var open string // the fence that opened the current block
	var lines []string
	var lang string
	flush := func() {
		if text := strings.Join(lines, "\n"); strings.TrimSpace(text) != "" {
			blocks = append(blocks, block{lang, text + "\n"})
		}
		open, lines = "", nil
	}
	for _, line := range strings.Split(answer, "\n") {
		trimmed := strings.TrimSpace(line)
		fence := leading(trimmed)
		switch {
		case open == "" && fence != "":
			open = fence
			lang = strings.ToLower(strings.TrimSpace(trimmed[len(fence):]))
		case open != "" && fence != "" && len(fence) >= len(open) && fence[0] == open[0] && trimmed == fence:
			flush()
		case open != "":
			lines = append(lines, line)
		}
	}
	if open != "" {
		flush()
	}
	var golang, other []string
	for _, b := range blocks {
		switch word, _, _ := strings.Cut(b.lang, " "); word {
		case "go", "golang", "main.go":
			golang = append(golang, b.text)
		case "", "diff", "text":
			other = append(other, b.text)
		}
	}
	if len(golang) > 0 {
		return golang
	}
	return other
}

// leading returns the run of at least three ` or ~ that s begins with.
func leading(s string) string {
	for _, c := range []byte{'`', '~'} {
		n := 0
		for n < len(s) && s[n] == c {
			n++
		}
		if n >= 3 && !strings.ContainsRune(s[n:], rune(c)) {
			return s[:n]
		}
	}
	return ""
}

var startsCode = regexp.MustCompile(`(?m)^(?:package\s+\w+|import\s*[("]|func\s*[(\w]|type\s+\w|const\s*[(\w]|var\s*[(\w]|//|<{5,9} SEARCH)`)

// bare finds code in an answer without fences, and cuts prose off its end.
func bare(answer string) (string, error) {
	at := startsCode.FindStringIndex(answer)
	if at == nil {
		return "", ErrNoCode
	}
	code := answer[at[0]:]
	if searchMark.MatchString(code) {
		return code, nil
	}
	lines := strings.Split(strings.TrimRight(code, "\n"), "\n")
	for cut := 0; cut < 40 && cut < len(lines); cut++ {
		text := strings.Join(lines[:len(lines)-cut], "\n") + "\n"
		if parses(text) && strings.Contains(text, "\n") && declares(text) {
			return text, nil
		}
	}
	if !declares(code) {
		return "", ErrNoCode
	}
	return code, nil
}

var declaration = regexp.MustCompile(`(?m)^(?:func|type|const|var|package)\b`)

func declares(code string) bool { return declaration.MatchString(code) }

var packageLine = regexp.MustCompile(`(?m)^package\s+\w+`)

func hasPackage(code string) bool { return packageLine.MatchString(code) }

func parses(code string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", withPackage(code), parser.SkipObjectResolution)
	return err == nil
}

// LentClause stands before the first line of declarations that are parsed as a file.
const LentClause = "package main; "

// withPackage makes a file of declarations. The clause goes onto the first line, so that line numbers stay.
func withPackage(code string) string {
	if hasPackage(code) {
		return code
	}
	return LentClause + code
}
