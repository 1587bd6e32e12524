// Package sdkcard writes the page a model learns the SDK from, out of the SDK's own comments (a reference card). The list
// below decides what is on it and in which order; the words are the SDK's.
package sdkcard

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"slices"
	"strings"
)

// section is one heading of the card. Symbols are names like "Column", "Node.Size" or "Context.Every". Told symbols have a
// line with their first sentence each; the rest are listed by signature alone.
type section struct {
	title string
	told  []string
	rest  []string
}

var sections = []section{
	{"Nodes. Each function returns a Node.", []string{
		"Text", "Button", "Toggle", "Slider", "Field", "Area", "Row", "Column", "Stack", "Grid", "Scroll", "List", "Progress",
		"Chart", "Line", "Series.Color", "Icon", "Image", "Canvas", "Shader", "Spacer", "Divider",
	}, nil},
	{"Modifiers. Methods of Node; each returns the changed Node, so chain them. Lengths are logical pixels.", []string{
		"Node.Key", "Node.Size", "Node.Scale", "Node.Color", "Node.Background", "Node.Accent", "Node.Border", "Node.Align",
		"Node.Justify", "Node.Offset", "Node.Variant", "Node.Range", "Node.Lines", "Node.LetterSpacing", "Node.LineHeight",
		"Node.Shadow",
	}, []string{
		"Node.Width", "Node.Height", "Node.MinWidth", "Node.MinHeight", "Node.MaxWidth", "Node.MaxHeight", "Node.Padding",
		"Node.PadX", "Node.PadY", "Node.Gap", "Node.Radius", "Node.Opacity", "Node.Weight", "Node.Grow", "Node.Step",
		"Node.Bold", "Node.Italic", "Node.Mono", "Node.Upper", "Node.Lower", "Node.Underline", "Node.Strike",
		"Node.Tabular", "Node.Center", "Node.Fill", "Node.Primary", "Node.Plain", "Node.Danger",
		"Node.TextAlign", "Node.Icon", "Node.Tooltip", "Node.Placeholder", "Node.Label", "Node.Disabled",
	}},
	{"Handlers. Methods of Node; the only places, with timers and replies, that change state.", nil, []string{
		"Node.OnTap", "Node.OnTapAt", "Node.OnChange", "Node.OnSubmit", "Node.OnToggle", "Node.OnSlide",
	}},
	{"Context, the x of View, and Reply, the r of a done function.", []string{
		"Context.Now", "Context.Every", "Context.OnKey", "Context.OnStart", "Context.Call", "Context.Prop", "Context.Dark",
	}, []string{"Reply.Float", "Reply.Floats", "Reply.Text", "Reply.Texts", "Reply.Bool", "Reply.Len", "Reply.Bytes"}},
	{"Painter, the p of Canvas; its methods return a *Shape, which .Fill and so on change. Origin top left, y down, degrees clockwise from three o'clock.", nil, []string{
		"Painter.Line", "Painter.Rect", "Painter.Circle", "Painter.Arc", "Painter.Polyline", "Painter.Polygon", "Painter.Text",
		"Shape.Fill", "Shape.Stroke", "Shape.Size", "Shape.Align", "Shape.Bold", "Shape.Radius",
	}},
	{"Shader, its source in Kage: func Fragment(dst vec4, src vec2, color vec4) vec4 { p := (dst.xy - imageDstOrigin()) / Size; … } gives a premultiplied colour; declare var Size vec2, Time float, and those set by these. Loops have constant bounds.", nil, []string{
		"Node.Uniform", "Node.Tint", "Node.Animate",
	}},
	{"Helpers.", nil, []string{"Itoa", "Ftoa", "Percent", "Bytes", "Sprintf"}},
}

// Omitted are the SDK's exported symbols that are for hosts, or not worth a model's attention.
var Omitted = []string{
	"Run", "Listen", "NewSession", "DecodeState", "Sprint", "Node.Src", "Context.Log", "Shape.Butt",
}

// Generate reads the SDK's package from a file system (its folder) and returns the card.
func Generate(sdk fs.FS) (string, error) {
	syms, err := symbols(sdk)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	seen := map[string]bool{}
	for _, s := range sections {
		fmt.Fprintf(&b, "// %s\n", s.title)
		for _, name := range s.told {
			sym, ok := syms[name]
			if !ok {
				return "", fmt.Errorf("sdkcard: the SDK has no %s", name)
			}
			seen[name] = true
			fmt.Fprintf(&b, "%s%s // %s\n", written(name), sym.signature, sym.doc)
		}
		if err := grouped(&b, s.rest, syms, seen); err != nil {
			return "", err
		}
	}
	var missing []string
	for name := range syms {
		if !seen[name] && !slices.Contains(Omitted, name) {
			missing = append(missing, name)
		}
	}
	if slices.Sort(missing); len(missing) > 0 {
		return "", fmt.Errorf("sdkcard: %s are neither on the card nor left out on purpose", strings.Join(missing, ", "))
	}
	return b.String(), nil
}

// written is what stands before a symbol's name in a cell's source.
func written(name string) string {
	recv, _, ok := strings.Cut(name, ".")
	if !ok {
		return "cell."
	}
	return map[string]string{"Context": "x.", "Painter": "p.", "Reply": "r."}[recv] + map[string]string{"Node": ".", "Shape": ".", "Series": "."}[recv]
}

// grouped writes neighbours with the same parameters on one line: .Width .Height(px float64).
func grouped(b *strings.Builder, names []string, syms map[string]symbol, seen map[string]bool) error {
	for i := 0; i < len(names); {
		var group []string
		var params string
		for ; i < len(names); i++ {
			sym, ok := syms[names[i]]
			if !ok {
				return fmt.Errorf("sdkcard: the SDK has no %s", names[i])
			}
			name, p, _ := strings.Cut(sym.signature, "(")
			if group != nil && p != params {
				break
			}
			seen[names[i]] = true
			params = p
			group = append(group, written(names[i])+name)
		}
		fmt.Fprintf(b, "%s(%s\n", strings.Join(group, " "), params)
	}
	return nil
}

type symbol struct{ signature, doc string }

// symbols are the SDK's exported functions, and the methods of the types a cell's author meets.
func symbols(sdk fs.FS) (map[string]symbol, error) {
	set := token.NewFileSet()
	var files []*ast.File
	paths, err := fs.Glob(sdk, "*.go")
	if err != nil {
		return nil, fmt.Errorf("sdkcard: %w", err)
	}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		src, err := fs.ReadFile(sdk, p)
		if err != nil {
			return nil, fmt.Errorf("sdkcard: %w", err)
		}
		f, err := parser.ParseFile(set, p, src, parser.ParseComments)
		if err != nil {
			return nil, fmt.Errorf("sdkcard: %w", err)
		}
		files = append(files, f)
	}
	pkg, err := doc.NewFromFiles(set, files, "cellshell/membrane/cell")
	if err != nil {
		return nil, fmt.Errorf("sdkcard: %w", err)
	}
	out := map[string]symbol{}
	add := func(prefix string, funcs []*doc.Func) {
		for _, f := range funcs {
			out[prefix+f.Name] = symbol{signature(set, f), sentence(pkg, f)}
		}
	}
	add("", pkg.Funcs)
	for _, t := range pkg.Types {
		add("", t.Funcs)
		if slices.Contains([]string{"Node", "Context", "Reply", "Painter", "Shape", "Series"}, t.Name) {
			add(t.Name+".", t.Methods)
		}
	}
	return out, nil
}

// signature writes a function without what the section's heading says: the word func, the receiver, a result that is a
// Node, a Shape or a Series.
func signature(set *token.FileSet, f *doc.Func) string {
	decl := *f.Decl
	decl.Body, decl.Doc, decl.Recv = nil, nil, nil
	var b bytes.Buffer
	if err := printer.Fprint(&b, set, &decl); err != nil {
		return f.Name + "()" // to memory: does not happen
	}
	s := strings.TrimPrefix(b.String(), "func ")
	for _, result := range []string{" Node", " *Shape", " Series"} {
		s = strings.TrimSuffix(s, result)
	}
	return s
}

// sentence is a symbol's first sentence without its own name at the front.
func sentence(pkg *doc.Package, f *doc.Func) string {
	s := strings.Join(strings.Fields(pkg.Synopsis(f.Doc)), " ")
	for _, prefix := range []string{f.Name + " is ", f.Name + " of ", f.Name + " "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			if strings.HasSuffix(prefix, "of ") {
				rest = "of " + rest
			}
			s = rest
			break
		}
	}
	return strings.TrimSuffix(s, ".")
}
