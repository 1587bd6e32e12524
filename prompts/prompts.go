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
}

// Node is what was pointed at.
type Node struct {
	Kind   string   // button
	Text   string   // its label; cut to 200 bytes
	Key    string   // "" when it has none
	Source string   // main.go:14:9
	Via    []string // the calls that led there, innermost first
}

// Data is what a wish is about. Zero fields are left out of the prompt.
type Data struct {
	Sentence string // the wish
	Title    string // of the cell
	Source   []byte // of the cell; empty for a new one
	Node     *Node  // pointed at; nil for the whole cell
	Dark     bool
	Accent   string

	// Of a repair.
	Try         int      // 1, 2 …
	Answer      string   // the model's answer before
	Problem     string   // at most three errors, each with its line
	Declaration string   // where they are
	Hints       []string // signatures of the SDK
}

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
	Whole    bool
	Card     string
	Roles    []string
	Icons    []string
}

type pointed struct {
	Kind, Text, Key, Source, Line string
}

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"join":    strings.Join,
	"trim":    strings.TrimSpace,
	"oneline": oneLine,
	"quote":   func(s string) string { return fmt.Sprintf("%q", oneLine(s)) },
}).ParseFS(files, "tmpl/*.tmpl"))

func init() {
	template.Must(templates.AddParseTree("cell", templates.Lookup("cell.tmpl").Tree))
}

// Mutate asks for a change of a cell.
func Mutate(d Data) []Message { return append(opening(), Message{"user", render("mutate.tmpl", d)}) }

// New asks for a new cell.
func New(d Data) []Message { return append(opening(), Message{"user", render("new.tmpl", d)}) }

// Repair tells the model what was wrong with its answer and asks again; the second time for a whole file, the form that
// weak models get right most often. Without Source it is about a new cell.
func Repair(d Data) []Message {
	before := Mutate
	if len(d.Source) == 0 {
		before = New
	}
	answer := d.Answer
	if strings.TrimSpace(answer) == "" {
		answer = "(no answer)"
	}
	return append(before(d), Message{"assistant", cut(answer, 2*MaxSource)}, Message{"user", render("repair.tmpl", d)})
}

// opening is the part that is always the same.
func opening() []Message {
	example := func(name string) string {
		b, err := files.ReadFile("examples/" + name + ".go.txt")
		if err != nil {
			panic("prompts: " + err.Error()) // embedded
		}
		return string(b)
	}
	counter := Data{Title: "Counter", Source: []byte(example("counter"))}
	bigger, seconds := counter, counter
	bigger.Sentence, bigger.Node = "make this button bigger", &Node{Kind: "button", Text: "Add", Key: "add", Source: "main.go:14:4"}
	seconds.Sentence = "show how many seconds ago the last tap was"
	answer := func(name string) Message { return Message{"assistant", "```go\n" + example(name) + "```"} }
	return []Message{
		{"system", render("system.tmpl", Data{})},
		{"user", render("mutate.tmpl", bigger)},
		answer("bigger"),
		{"user", "The same cell as at first.\nWish: " + seconds.Sentence + "\nAnswer with one ```go block that holds only the declarations that change, each complete."},
		{"assistant", "```go\nimport \"time\"\n\n" + example("seconds") + "```"},
	}
}

func render(name string, d Data) string {
	p := page{Data: d, Card: card, Roles: ui.Roles, Icons: ui.Icons, Whole: d.Try > 1 || len(d.Source) == 0}
	source, outlined := Outline(d.Source, MaxSource, lines(d.Node)...)
	p.Source, p.Outlined = ensureNewline(string(source)), outlined
	if n := d.Node; n != nil {
		p.Node = &pointed{Kind: oneLine(n.Kind), Text: cut(n.Text, 200), Key: n.Key, Source: oneLine(n.Source), Line: lineAt(d.Source, n.Source)}
	}
	p.Fence = fence(p.Source, d.Problem, d.Declaration)
	if d.Accent != "" {
		p.Look = "light, accent " + oneLine(d.Accent)
		if d.Dark {
			p.Look = "dark, accent " + oneLine(d.Accent)
		}
	}
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, p); err != nil {
		panic("prompts: " + err.Error()) // a test renders every template with every field
	}
	return strings.TrimSpace(b.String())
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
