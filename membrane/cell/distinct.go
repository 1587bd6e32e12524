package cell

import (
	"strconv"
	"strings"

	"cellshell/membrane/ui"
)

// distinct makes the names of siblings differ: a second key "a" becomes "a-2", and so does a key that is the name of a
// sibling without one.
func distinct(siblings []*ui.Node) {
	if !mayClash(siblings) {
		return
	}
	seen := make(map[string]bool, len(siblings))
	count := make(map[ui.Kind]int, 4)
	for _, n := range siblings {
		if n.Key == "" {
			seen[string(n.Kind)+strconv.Itoa(count[n.Kind])] = true
		}
		count[n.Kind]++
	}
	for _, n := range siblings {
		if n.Key == "" {
			continue
		}
		for base, i := n.Key, 2; seen[n.Key]; i++ {
			suffix := "-" + strconv.Itoa(i)
			n.Key = base[:min(len(base), ui.MaxKey-len(suffix))] + suffix
		}
		seen[n.Key] = true
	}
}

// mayClash is false for siblings whose names differ for sure, as they nearly always do. Of many it is not tried.
func mayClash(siblings []*ui.Node) bool {
	for i, n := range siblings {
		if n.Key == "" {
			continue
		}
		if len(siblings) > 32 {
			return true
		}
		for _, o := range siblings[:i] {
			if o.Key == n.Key || o.Key == "" && strings.HasPrefix(n.Key, string(o.Kind)) {
				return true
			}
		}
		for _, o := range siblings[i+1:] {
			if o.Key == "" && strings.HasPrefix(n.Key, string(o.Kind)) {
				return true
			}
		}
	}
	return false
}
