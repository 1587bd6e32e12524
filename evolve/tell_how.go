package evolve

import (
	"fmt"
	"strings"
	"unicode"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// howTo tells how things of one sort are said, by what the question is about: the list "howto" of the lexicon. %s is the name of
// something to say it of, and each example in quotes is understood.
var howTo = map[string]string{
	"colour":    `Say a thing and a colour: "make %s green", "white text for %s", "make %s a bit darker"; "which colours are there" tells their names.`,
	"size":      `Say a thing and how large: "make %s bigger", "make %s twice as wide", "make %s a bit smaller", "make %s 300 px wide".`,
	"place":     `Say a thing and where to: "move %s to the right", "move %s 40 px down"; a window can be dragged too.`,
	"name":      `Say a window and what it shall be called: "call the notes Diary", "rename the clock to Kitchen".`,
	"text":      `Point at it and say the new text: "change the text to Send", "this should say Send".`,
	"font":      `Say how the letters shall be: "bold text for %s", "make the letters of %s bigger", "use a monospaced font for %s"; "which fonts are there" tells their names.`,
	"lock":      `Say "lock %s", and no sentence changes it until "unlock %s".`,
	"hide":      `Say "hide %s"; "show %s" brings it back.`,
	"remove":    `Say "remove %s"; "undo" brings it back.`,
	"add":       `Say "add" and what: "add a clock", "add a timer"; "what can I add" tells what there is.`,
	"arrange":   `Say "tidy up", or how: "arrange everything in two columns", "put the clock and the notes side by side".`,
	"wallpaper": `Say what it shall be: "navy wallpaper", "change the wallpaper to aurora"; "which wallpapers are there" tells their names.`,
	"theme":     `Say "dark mode", "light mode" or "orange accent": that is for all of the desktop.`,
	"corners":   `Say how round: "round the corners of %s", "corner radius 12 for %s", "sharp corners for %s".`,
	"border":    `Say what it shall be: "a thin red border around %s", "remove the border of %s".`,
	"shadow":    `Say "a bigger shadow for %s" or "no shadow for %s".`,
	"opacity":   `Say how much shows through: "make %s half see-through", "opacity 80 for %s".`,
	"room":      `Say where there shall be more room: "more padding in %s", "a smaller gap in %s".`,
	"swap":      `Say both: "swap the clock and the notes".`,
	"copy":      `Say "copy %s".`,
	"point":     `Put the pointer on it and say "this": "make this bigger". Or name it: "make %s bigger".`,
	"history":   `"what did I change" tells the changes, newest first; "open the time machine" shows them, and how all looked then.`,
}

// howAbout tells how what a question is about is said, "" where it is about nothing of which that is known.
func (s *Scene) howAbout(about act.Target, wish string) string {
	return s.told(howTo[reflex.Says("howto", wish)], about)
}

// told is a text with the name of a thing in its examples.
func (s *Scene) told(text string, about act.Target) string {
	if n := strings.Count(text, "%s"); n > 0 {
		names := make([]any, n)
		for i := range names {
			names[i] = s.example(about)
		}
		return fmt.Sprintf(text, names...)
	}
	return text
}

// example is the name of a thing for an example: of what is pointed at, or else of the first window.
func (s *Scene) example(about act.Target) string {
	q := &asked{Scene: s}
	id := tissue.CellID(about.Cell)
	switch {
	case about.Node != "" && s.Node(id, about.Node) != nil && s.Node(id, about.Node).Kind == ui.KindButton && plainName(q.Called(about)):
		return "the " + q.Called(about) + " button"
	case about.Node != "" && s.Node(id, about.Node) != nil && s.Node(id, about.Node).Kind == ui.KindButton:
		return "this"
	case s.Doc.Cells[id] != nil && plainName(titleOf(s, id)):
		return "the " + strings.ToLower(titleOf(s, id))
	case s.Doc.Cells[id] != nil:
		return "this"
	}
	for _, id := range s.IDs() {
		if c := s.Doc.Cells[id]; c != nil && (c.Kind == tissue.KindWidget || c.Kind == tissue.KindWindow) && !c.Hidden && plainName(titleOf(s, id)) {
			return "the " + strings.ToLower(titleOf(s, id))
		}
	}
	return "the clock"
}

// plainName reports whether a name can stand behind an article: what people call a window may be a whole sentence.
func plainName(title string) bool {
	return len(strings.Fields(title)) <= 2 && !strings.ContainsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' })
}
