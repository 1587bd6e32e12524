package ui

import "slices"

// ValidColor reports whether s is a role of the theme or #rrggbb or #rrggbbaa.
func ValidColor(s string) bool {
	if len(s) == 7 || len(s) == 9 {
		if s[0] == '#' {
			return hexDigits(s[1:])
		}
	}
	return slices.Contains(Roles, s)
}

func hexDigits(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20 // lower case
		if !('0' <= s[i] && s[i] <= '9' || 'a' <= c && c <= 'f') {
			return false
		}
	}
	return true
}
