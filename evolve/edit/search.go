package edit

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

var (
	searchMark  = regexp.MustCompile(`(?m)^\s*<{5,9} ?SEARCH\s*$`)
	divideMark  = regexp.MustCompile(`^\s*={5,9}\s*$`)
	replaceMark = regexp.MustCompile(`^\s*>{5,9} ?REPLACE\s*$`)
)

// IsSearch reports whether code consists of SEARCH/REPLACE blocks.
func IsSearch(code string) bool { return searchMark.MatchString(code) }

type replacement struct{ search, replace []string }

// SearchReplace carries out SEARCH/REPLACE blocks on src. A search text must stand exactly once: as written, else with
// white space ignored, else as the one best match that is at least nine tenths alike.
func SearchReplace(src []byte, code string) ([]byte, error) {
	blocks, err := searchBlocks(code)
	if err != nil {
		return nil, err
	}
	if len(src) > MaxSource || len(code) > 8*MaxSource {
		return nil, errors.New("edit: source or answer is too long")
	}
	lines := strings.Split(string(src), "\n")
	for n, b := range blocks {
		at, indent, err := locate(lines, b.search)
		if err != nil {
			return nil, fmt.Errorf("edit: SEARCH block %d: %w", n+1, err)
		}
		var out []string
		out = append(out, lines[:at]...)
		for _, l := range b.replace {
			if strings.TrimSpace(l) != "" {
				l = indent + l
			}
			out = append(out, l)
		}
		lines = append(out, lines[at+len(b.search):]...)
	}
	return []byte(strings.Join(lines, "\n")), nil
}

func searchBlocks(code string) ([]replacement, error) {
	const outside, inSearch, inReplace = 0, 1, 2
	var blocks []replacement
	var b replacement
	state := outside
	for _, line := range strings.Split(code, "\n") {
		switch {
		case state == outside && searchMark.MatchString(line):
			b, state = replacement{}, inSearch
		case state == inSearch && divideMark.MatchString(line):
			state = inReplace
		case state == inReplace && replaceMark.MatchString(line):
			if len(b.search) == 0 {
				return nil, errors.New("edit: a SEARCH block is empty")
			}
			blocks = append(blocks, b)
			state = outside
		case state == inSearch:
			b.search = append(b.search, line)
		case state == inReplace:
			b.replace = append(b.replace, line)
		}
	}
	if state != outside {
		return nil, errors.New("edit: a SEARCH/REPLACE block has no end")
	}
	if len(blocks) == 0 {
		return nil, ErrNoCode
	}
	return blocks, nil
}

// locate finds the search lines and what to indent the replacement by.
func locate(lines, search []string) (at int, indent string, err error) {
	if len(search) > len(lines) {
		return 0, "", errors.New("the text is longer than the source")
	}
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool {
			return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
		},
	} {
		var hits []int
		for i := 0; i+len(search) <= len(lines); i++ {
			match := true
			for j, s := range search {
				if !same(lines[i+j], s) {
					match = false
					break
				}
			}
			if match {
				hits = append(hits, i)
			}
		}
		if len(hits) > 1 {
			return 0, "", fmt.Errorf("the text stands %d times, at lines %d and %d", len(hits), hits[0]+1, hits[1]+1)
		}
		if len(hits) == 1 {
			return hits[0], indentBy(lines[hits[0]:], search), nil
		}
	}
	best, second, where := 0.0, 0.0, 0
	for i := 0; i+len(search) <= len(lines); i++ {
		score := alike(lines[i:i+len(search)], search)
		if score > best {
			best, second, where = score, best, i
		} else if score > second {
			second = score
		}
	}
	if best < 0.9 {
		return 0, "", fmt.Errorf("the text is not in the source; the nearest is line %d: %s", where+1, strings.TrimSpace(lines[where]))
	}
	if second == best {
		return 0, "", errors.New("the text is not in the source, and two places are equally near")
	}
	return where, indentBy(lines[where:], search), nil
}

// indentBy returns the white space by which the source is deeper than the search text.
func indentBy(lines, search []string) string {
	for i, s := range search {
		if strings.TrimSpace(s) == "" {
			continue
		}
		have, want := leadingSpace(lines[i]), leadingSpace(s)
		if strings.HasPrefix(have, want) {
			return have[len(want):]
		}
		return ""
	}
	return ""
}

func leadingSpace(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " \t"))] }

// alike is the mean share of equal bytes of the longest common subsequence, line by line, 0 to 1.
func alike(a, b []string) float64 {
	total, same := 0, 0
	for i := range a {
		x, y := strings.TrimSpace(a[i]), strings.TrimSpace(b[i])
		if len(x) > 400 || len(y) > 400 {
			if x == y {
				same += 2 * len(x)
			}
			total += len(x) + len(y)
			continue
		}
		total += len(x) + len(y)
		if x == y {
			same += 2 * len(x)
		} else if min(len(x), len(y))*2 >= max(len(x), len(y)) { // else not alike enough to be worth the work
			same += 2 * commonLen(x, y)
		}
	}
	if total == 0 {
		return 0
	}
	return float64(same) / float64(total)
}

// commonLen is the length of the longest common subsequence.
func commonLen(x, y string) int {
	row := make([]int, len(y)+1)
	for i := range x {
		diag := 0
		for j := range y {
			up := row[j+1]
			switch {
			case x[i] == y[j]:
				row[j+1] = diag + 1
			case row[j] > up:
				row[j+1] = row[j]
			}
			diag = up
		}
	}
	return row[len(y)]
}

// Apply carries out a model's answer on src, whatever its form: declarations, a whole file, SEARCH/REPLACE blocks.
// Src may be empty for a new program; then the answer must be a whole file.
func Apply(src []byte, answer string) ([]byte, error) {
	code, err := Fence(answer)
	if err != nil {
		return nil, err
	}
	if IsSearch(code) {
		return SearchReplace(src, code)
	}
	if len(src) == 0 {
		src = []byte("package main\n")
	}
	return MergeDecls(src, code)
}
