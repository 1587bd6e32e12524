// Package prompts writes what a language model is asked (the templates and their rendering). It calls no model.
//
// A conversation begins with what never changes, the rules, the SDK's reference card and two worked examples, so that a
// server can keep it in its cache; the cell and the wish come last. It is meant to stay below 3,500 tokens, because small
// local servers cut what is longer without a word: a large cell is sent with the bodies left out that the wish is not
// about.
//
// The card is made from the SDK's own comments by "go generate"; a test fails when they have drifted apart.
package prompts

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"cellshell/membrane/ui"
)

//go:generate go run ./gen

//go:embed sdk.txt
var card string

//go:embed tmpl/*.tmpl examples/*.txt
var files embed.FS

// Message is one turn of a conversation.
type Message struct {
	Role    string // system, user or assistant
	Content string
	Parts   []Part // what of it is no text of ours, in no order; empty for rules and examples
}

// Node is what was pointed at.
type Node struct {
	Kind   Named    // button
	Text   Shown    // what it shows; left out unless it stands in the source or Data.ShowText is set
	Key    Named    // "" when it has none
	Source string   // main.go:14:9
	Via    []string // the calls that led there, innermost first
}

// Data is what a wish is about. Zero fields are left out of the prompt.
type Data struct {
	Sentence Spoken // the wish
	Title    Named  // of the cell
	Source   Code   // of the cell; empty for a new one
	Node     *Node  // pointed at; nil for the whole cell
	Dark     bool
	Accent   Setting

	ShowText  bool   // what the cell shows may be told: at most 200 bytes of it, marked as data
	Format    Format // of the answer; "" is Decls
	MaxSource int    // the longest source that is sent whole, bytes; 0 is [MaxSource]
	Variant   int    // of several new cells: 1, 2 …; 0 when there is to be one

	// Of a repair.
	Try         int      // 1, 2 …
	Answer      Said     // the model's answer before
	Problem     Found    // at most three errors, each with its line
	Declaration Code     // where they are
	Hints       []string // signatures of the SDK
}

// Format is the form a model is asked to answer in.
type Format string

// The formats, by how much of the file they repeat.
const (
	Search Format = "search" // SEARCH and REPLACE blocks
	Decls  Format = "decls"  // whole top-level declarations
	Whole  Format = "whole"  // the whole file: for weak models
)

// MaxSource is the longest source that is sent whole, bytes; about 1,200 tokens.
const MaxSource = 4800

// page is what the templates see.
type page struct {
	Data
	Source   string
	Outlined bool
	Node     *pointed
	Fence    string // longer than any run of backticks in the data
	Look     string
	Form     Format
	Card     string
	Roles    []string
	Icons    []string

	parts []Part
}

type pointed struct {
	Kind, Text, Key, Source, Line string
	Data, Mark                    string // what it shows, between marks
}

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"join":    strings.Join,
	"trim":    strings.TrimSpace,
	"oneline": oneLine,
	"quote":   func(s string) string { return fmt.Sprintf("%q", oneLine(s)) },
	"inc":     func(n int) int { return n + 1 },
}).ParseFS(files, "tmpl/*.tmpl"))

func init() {
	for _, part := range []string{"cell", "answer"} {
		template.Must(templates.AddParseTree(part, templates.Lookup(part+".tmpl").Tree))
	}
}

// Mutate asks for a change of a cell.
func Mutate(d Data) []Message { return append(opening(d.Format), user("mutate.tmpl", d)) }

// New asks for a new cell.
func New(d Data) []Message {
	rules := opening(d.Format)
	d.Format = Whole
	return append(rules, user("new.tmpl", d))
}

// Repair tells the model what was wrong with its answer and asks again; the second time for a whole file, the form that
// weak models get right most often. Without Source it is about a new cell.
func Repair(d Data) []Message {
	before := Mutate(d)
	if len(d.Source) == 0 {
		before = New(d)
		d.Format = Whole
	}
	answer := plain(string(d.Answer))
	if strings.TrimSpace(answer) == "" {
		answer = "(no answer)"
	}
	answer = cut(answer, 2*MaxSource)
	return append(before, Message{"assistant", answer, []Part{{FromModel, answer}}}, user("repair.tmpl", d))
}

// opening is the part that is always the same.
func opening(form Format) []Message {
	if form == "" {
		form = Decls
	}
	example := func(name string) string {
		b, err := files.ReadFile("examples/" + name + ".go.txt")
		if err != nil {
			panic("prompts: " + err.Error()) // embedded
		}
		return string(b)
	}
	counter := Data{Title: "Counter", Source: Code(example("counter")), Format: form}
	bigger, seconds := counter, counter
	bigger.Sentence, bigger.Node = "make this button bigger", &Node{Kind: "button", Text: "Add", Key: "add", Source: "main.go:14:4"}
	seconds.Sentence = "show how many seconds ago the last tap was"
	answer := func(name string) Message {
		return Message{Role: "assistant", Content: "```go\n" + example(name+"."+string(form)) + "```"}
	}
	said := func(name string, d Data) Message {
		text, _ := render(name, d)
		return Message{Role: "user", Content: text} // examples are ours
	}
	rules, _ := render("system.tmpl", Data{Format: form})
	return []Message{
		{Role: "system", Content: rules},
		said("mutate.tmpl", bigger),
		answer("bigger"),
		said("again.tmpl", seconds),
		answer("seconds"),
	}
}

func user(name string, d Data) Message {
	text, parts := render(name, d)
	return Message{"user", text, parts}
}

// render fills in a template. Its parts are the strings in it that are not ours.
func render(name string, d Data) (string, []Part) {
	p := &page{Data: d, Card: card, Roles: ui.Roles, Icons: ui.Icons, Form: d.Format}
	if p.Form == "" {
		p.Form = Decls
	}
	if d.Try > 1 {
		p.Form = Whole // the form that weak models get right most often
	}
	limit := d.MaxSource
	if limit <= 0 {
		limit = MaxSource
	}
	source, outlined := Outline([]byte(d.Source), limit, lines(d.Node)...)
	p.Source, p.Outlined = ensureNewline(string(source)), outlined
	p.add(FromSource, p.Source)
	p.Sentence = Spoken(p.add(FromPerson, oneLine(plain(string(d.Sentence)))))
	p.Title = Named(p.add(FromNames, cut(oneLine(plain(string(d.Title))), 80)))
	p.Problem = Found(p.add(FromGate, strings.TrimSpace(cut(plain(string(d.Problem)), MaxSource))))
	p.Declaration = Code(p.add(FromSource, strings.TrimSpace(string(d.Declaration))))
	p.point()
	p.Fence = fence(p.Source, string(p.Problem), string(p.Declaration))
	if d.Accent != "" {
		p.Look = "light, accent " + p.add(FromSetting, oneLine(string(d.Accent)))
		if d.Dark {
			p.Look = "dark" + strings.TrimPrefix(p.Look, "light")
		}
	}
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, p); err != nil {
		panic("prompts: " + err.Error()) // a test renders every template with every field
	}
	text := strings.TrimSpace(b.String())
	return text, slices.DeleteFunc(p.parts, func(part Part) bool { return !strings.Contains(text, part.Text) }) // not every template has all
}

// add notes a string that is not ours.
func (p *page) add(from Origin, text string) string {
	if text != "" {
		p.parts = append(p.parts, Part{from, text})
	}
	return text
}

// point tells what was pointed at. Its text is told as a part of the source when it stands there, and otherwise only when
// that is allowed, as data.
func (p *page) point() {
	n := p.Data.Node
	if n == nil {
		return
	}
	at := &pointed{
		Kind: p.add(FromNames, oneLine(plain(string(n.Kind)))), Key: p.add(FromNames, cut(oneLine(plain(string(n.Key))), 80)),
		Source: oneLine(n.Source), Line: p.add(FromSource, lineAt([]byte(p.Data.Source), n.Source)),
	}
	switch {
	case n.Text == "":
	case literals(p.Data.Source)[string(n.Text)]:
		at.Text = p.add(FromSource, cut(oneLine(plain(string(n.Text))), 200))
	case p.ShowText:
		at.Mark, at.Data = nonce(Shown(cut(oneLine(plain(string(n.Text))), 200)), p.Data.Source)
		p.add(FromScreen, at.Data)
	}
	p.Node = at
}

// fence is a run of backticks longer than any in the texts, so that none of them can end the block it stands in.
func fence(texts ...string) string {
	longest := 2
	for _, t := range texts {
		run := 0
		for _, r := range t {
			if r != '`' {
				run = 0
				continue
			}
			run++
			longest = max(longest, run)
		}
	}
	return strings.Repeat("`", longest+1)
}

// oneLine keeps foreign text on its line.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	return strings.Join(strings.Fields(s), " ")
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

func ensureNewline(s string) string {
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

// Tokens estimates the length of a conversation, four bytes a token.
func Tokens(ms []Message) int {
	n := 0
	for _, m := range ms {
		n += len(m.Content)/4 + 4
	}
	return n
}
