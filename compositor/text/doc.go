// Package text turns strings into placed glyphs (text shaping and line layout): kerning and ligatures, bidirectional
// order, line breaks, ellipses, fallback fonts, and where a caret stands.
//
// Shaping is done once per paragraph at a size of its own and multiplied afterwards, so a text at 1.5 times the size is
// exactly 1.5 times as wide. All results are remembered; a [Block] is shared and must not be written to. Everything here
// may be called from any goroutine.
package text
