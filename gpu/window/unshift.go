package window

import (
	"regexp"
	"strconv"
	"strings"
)

var position = regexp.MustCompile(`(?m)^(?:[^\s:]*:)?(\d+):(\d+): `)

// unshift takes lines that were put before a source out of the positions of a compiler's first message.
func unshift(message string, lines int) string {
	message, _, _ = strings.Cut(strings.TrimSpace(message), "\n")
	return position.ReplaceAllStringFunc(message, func(at string) string {
		m := position.FindStringSubmatch(at)
		n, err := strconv.Atoi(m[1])
		if err != nil || n <= lines {
			return at
		}
		return "line " + strconv.Itoa(n-lines) + ": "
	})
}
