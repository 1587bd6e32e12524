package act

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// did tells an act on n in the past tense, "" for one that changes nothing.
func (a Act) did(n string, names Names) string {
	g := a.Args
	switch a.Intent {
	case Resize:
		return a.resized(n, names)
	case Recolor:
		if g.Part == "text" {
			n = "the letters of " + n
		}
		switch {
		case g.Color != "":
			return "made " + n + " " + names.color(g.Color)
		case g.Lighten > 0:
			return "made " + n + " lighter"
		case g.Lighten < 0:
			return "made " + n + " darker"
		case g.Saturate > 0:
			return "made " + n + " more vivid"
		case g.Saturate < 0:
			return "made " + n + " less vivid"
		}
		return "coloured " + n
	case SetText:
		return "changed the text of " + n
	case TextStyle:
		return a.lettered(n)
	case Shape:
		return "changed the corners of " + n
	case Spacing:
		return a.spaced(n)
	case Tooltip:
		return g.tipped(n)
	case Opacity:
		if g.Value == 1 {
			return "made " + n + " solid"
		}
		return fmt.Sprintf("made %s %.0f %% see-through", n, 100-100*g.Value)
	case Border:
		return a.bordered(n)
	case Shadow:
		return "changed the shadow of " + n
	case Move:
		if g.Anchor == "first" || g.Anchor == "last" {
			return "put " + n + " " + g.Anchor
		}
		if g.Anchor != "" && g.Pixels > 0 {
			return "moved " + n + " to " + px(g.Pixels) + " from the " + strings.ReplaceAll(g.Anchor, "-", " ")
		}
		if g.Anchor != "" {
			return "moved " + n + " to the " + strings.ReplaceAll(g.Anchor, "-", " ")
		}
		return a.moved(n, names)
	case Name:
		return "called this desktop “" + g.Text + "”"
	case Restore:
		if g.Number > 0 {
			return fmt.Sprintf("made the desktop what it was after #%d", g.Number)
		}
		if g.Text != "" {
			return "made the desktop what it was as " + g.Text
		}
		return "made " + n + " what it was"
	case Raise:
		if g.Part == "back" {
			return "put " + n + " behind the others"
		}
		return "put " + n + " in front"
	case Swap:
		return "exchanged " + n + " and " + names.like(g)
	case Rename:
		return "renamed " + n + " to " + aName(g.Text)
	case Spawn:
		if g.Part == "copy" {
			return "copied " + n + often(g.Count)
		}
		if g.Gene != "" {
			return "added " + names.gene(g.Gene) + a.furnished()
		}
		return "added " + n
	case Remove:
		if owner := names[a.Target.Cell]; owner != "" && a.Target.Node != "" {
			return "removed " + n + " from " + owner
		}
		return "removed " + n
	case Hide:
		if g.Off() {
			return "showed " + n + " again"
		}
		if owner := names[a.Target.Cell]; owner != "" && a.Target.Node != "" {
			return "hid " + n + " in " + owner
		}
		return "hid " + n
	case Theme:
		switch {
		case g.Mode != "":
			return "switched to " + g.Mode + " mode"
		case g.Color != "":
			return "made the accent " + names.color(g.Color)
		case g.Lighten > 0:
			return "made the accent lighter"
		case g.Lighten < 0:
			return "made the accent darker"
		case g.Saturate > 0:
			return "made the accent more vivid"
		case g.Saturate < 0:
			return "made the accent less vivid"
		}
		return "changed the theme"
	case Wallpaper:
		switch {
		case g.Lighten > 0:
			return "made the wallpaper lighter"
		case g.Lighten < 0:
			return "made the wallpaper darker"
		}
		return "changed the wallpaper"
	case Style:
		if does := names["style:"+a.Target.Cell+"/"+g.Style]; does != "" {
			return n + " " + does
		}
		return "set " + n + " to " + strings.ReplaceAll(g.Style, "-", " ")
	case Arrange:
		if a.Target == (Target{}) {
			n = "the cells"
		}
		return a.arranged(n)
	case Lock:
		if g.Off() {
			return "unlocked " + n
		}
		return "locked " + n
	case Undo:
		if g.Number > 0 {
			return fmt.Sprintf("took back #%d", g.Number)
		}
		return "took back the last change"
	case Redo:
		return "did it again"
	case Repeat:
		return "did the same again"
	case Behaviour:
		if g.Part == "new" {
			return "added " + n
		}
		return "changed what " + n + " does"
	default:
		return ""
	}
}

// name stands for the name of what an act is about.
const name = "\x00"

// listed are names in a row; of many, how many more there are.
func listed(names []string) string {
	const most = 4
	if n := len(names); n > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most-1], ", "), n-most+1)
	}
	return InRow(names)
}

// InRow are names as a sentence has them: "Clock, Notes and Form".
func InRow(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// aName is a name as it stands in a sentence: in quotes where a word of it could be one of the sentence.
func aName(text string) string {
	for _, word := range strings.Fields(text) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
			return "“" + text + "”"
		}
	}
	return text
}
