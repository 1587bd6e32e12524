package kage_test

import (
	"strings"
	"testing"

	"cellshell/gpu/kage"
)

const body = "func Fragment(dst vec4, src vec2, color vec4) vec4 {\n"

func TestAccepted(t *testing.T) {
	for name, tt := range map[string]struct {
		source                string
		rounds, texels, given int
		reads                 bool
	}{
		"least":               {source: body + "return vec4(1)\n}"},
		"complete":            {source: "//kage:unit pixels\npackage main\n" + body + "return vec4(1)\n}"},
		"uniforms":            {source: "var Time float\nvar Tint vec4\nvar Points [8]vec2\n" + body + "return Tint*Time*Points[0].x\n}", given: 3},
		"nested loops":        {source: body + "s := 0.0\nfor i := 0; i < 8; i++ {\nfor j := 8; j > 0; j -= 2 {\ns += 1\n}\n}\nreturn vec4(s)\n}", rounds: 8 + 8*4},
		"constant bounds":     {source: "const N = 4\nconst M = N*2\n" + body + "s := 0.0\nfor i := 0; i <= M; i++ {\ns += 1\n}\nreturn vec4(s)\n}", rounds: 9},
		"loop in a call":      {source: "func f() float {\ns := 0.0\nfor i := 0; i < 10; i++ {\ns++\n}\nreturn s\n}\n" + body + "return vec4(f() + f())\n}", rounds: 20},
		"reads":               {source: body + "s := vec4(0)\nfor i := -3; i <= 3; i++ {\ns += imageSrc0At(src + vec2(float(i), 0))\n}\nreturn s / 7\n}", rounds: 7, texels: 7, reads: true},
		"range over a number": {source: body + "s := 0.0\nfor i := range 5 {\ns += float(i)\n}\nreturn vec4(s)\n}", rounds: 5},
		"steps of a tenth":    {source: body + "s := 0.0\nfor i := 0.0; i < 1.0; i += 0.1 {\ns += i\n}\nreturn vec4(s)\n}", rounds: 10},
		"arrays":              {source: body + "var a [4]float\na[1] = 2\nreturn vec4(a[1])\n}"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := kage.Check(tt.source)
			if err != nil {
				t.Fatal(err)
			}
			if p.Rounds != tt.rounds || p.Texels != tt.texels || p.Reads != tt.reads || len(p.Uniforms) != tt.given {
				t.Errorf("%d rounds, %d texels, reads %v, %d uniforms", p.Rounds, p.Texels, p.Reads, len(p.Uniforms))
			}
			if p.Steps <= 0 || !strings.HasPrefix(p.Source, "//kage:unit pixels\npackage main\n") {
				t.Errorf("%d steps of\n%s", p.Steps, p.Source)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	loop := func(head string) string { return body + "s := 0.0\n" + head + " {\ns += 1\n}\nreturn vec4(s)\n}" }
	for name, tt := range map[string]struct{ source, want string }{
		"syntax":            {body + "return vec4(\n}", "line 3"},
		"nothing":           {"", "no function Fragment"},
		"recursion":         {"func f(x float) float {\nreturn f(x)\n}\n" + body + "return vec4(f(1))\n}", "calls itself"},
		"recursion by two":  {"func f(x float) float {\nreturn g(x)\n}\nfunc g(x float) float {\nreturn f(x)\n}\n" + body + "return vec4(1)\n}", "calls itself"},
		"Fragment again":    {body + "return Fragment(dst, src, color)\n}", "calls itself"},
		"for ever":          {loop("for"), "no counter"},
		"while":             {loop("for s < 5"), "no counter"},
		"no condition":      {loop("for i := 0; ; i++"), "no end"},
		"huge":              {loop("for i := 0; i < 1000000; i++"), "1000000 times"},
		"huge together":     {loop("for i := 0; i < 100; i++ {\nfor j := 0; j < 100; j++ {\ns += 1\n}\n}\nfor k := 0; k < 2; k++"), "line 3"},
		"wrong way":         {loop("for i := 0; i > -1; i++"), "does not end"},
		"standing":          {loop("for i := 0; i < 5; i += 0"), "does not end"},
		"too fine":          {loop("for i := 16777216.0; i < 16777220.0; i += 0.5"), "does not end"},
		"by a uniform":      {"var N int\n" + loop("for i := 0; i < N; i++"), "worked out"},
		"not equal":         {loop("for i := 0.0; i != 1.0; i += 0.3"), "does not end"},
		"counter changed":   {loop("for i := 0; i < 5; i++ {\ni = 0\n}\nfor j := 0; j < 2; j++"), "changes i"},
		"counter in parens": {loop("for i := 0; i < 5; i++ {\n(i) = 0\n}\nfor j := 0; j < 2; j++"), "changes i"},
		"two constants":     {"const N = 4\n" + loop("const N = 100000\nfor i := 0; i < N; i++"), "worked out"},
		"steps":             {"func a(x float) float {\nfor i := 0; i < 60; i++ {\nx += sin(x)*cos(x)*sin(x)*cos(x)*sin(x)*cos(x)*sin(x)*cos(x)\n}\nreturn x\n}\n" + body + "s := 0.0\nfor i := 0; i < 60; i++ {\ns += a(s)\n}\nreturn vec4(s)\n}", "steps for one pixel"},
		"texels":            {body + "s := vec4(0)\nfor i := 0; i < 65; i++ {\ns += imageSrc0At(src)\n}\nreturn s\n}", "reads the picture 65"},
		"other pictures":    {body + "return imageSrc1At(src)\n}", "one picture to read"},
		"import":            {"package main\nimport \"os\"\n" + body + "return vec4(1)\n}", "imports"},
		"texels as unit":    {"//kage:unit texels\npackage main\n" + body + "return vec4(1)\n}", "pixels"},
		"line directive":    {body + "//line x.go:1\nreturn vec4(1)\n}", "directive"},
		"big array":         {"var A [1000]vec4\n" + body + "return A[0]\n}", "1 to 64"},
		"big local array":   {body + "var a [1000]vec4\nreturn a[0]\n}", "1 to 64"},
		"many uniforms":     {"var A [64]vec4\nvar B vec4\n" + body + "return A[0]\n}", "260 numbers"},
		"uniform's value":   {"var A = 4.0\n" + body + "return vec4(A)\n}", "needs a type"},
		"deep":              {body + "return vec4(" + strings.Repeat("(", 200) + "1" + strings.Repeat(")", 200) + ")\n}", "deeper"},
		"function value":    {body + "f := func() float { return 1 }\nreturn vec4(f())\n}", "do not have"},
		"goroutine":         {body + "go f()\nreturn vec4(1)\n}", "do not have"},
		"goto":              {body + "a:\ngoto a\nreturn vec4(1)\n}", "do not have"},
		"vertex":            {"func Vertex(p vec2) vec4 {\nreturn vec4(1)\n}\n" + body + "return vec4(1)\n}", "not for a cell"},
		"compiler's name":   {body + "__a := 1.0\nreturn vec4(__a)\n}", "belongs to the compiler"},
		"long":              {body + "return vec4(1)\n}" + strings.Repeat(" ", kage.MaxSource), "at most"},
		"no text":           {"\xff", "UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := kage.Check(tt.source)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(body + "return vec4(1)\n}")
	f.Add("const N = 1e308*1e308\nvar A [N]float\n" + body + "for i := 0; i < N; i++ {\n}\nreturn vec4(A[0])\n}")
	f.Add("func f() float {\nreturn f()\n}\n" + body + "for i := range 3 {\nfor j := 0.0; j < 0.1; j += 1e-9 {\n}\n}\nreturn imageSrc0At(src)\n}")
	f.Fuzz(func(t *testing.T, source string) {
		p, err := kage.Check(source)
		if err != nil {
			return
		}
		if p.Rounds > kage.MaxRounds || p.Steps > kage.MaxSteps || p.Texels > kage.MaxTexels || p.Rounds < 0 {
			t.Errorf("%+v", p)
		}
		if _, err := kage.Check(p.Source); err != nil && len(p.Source) <= kage.MaxSource {
			t.Errorf("accepted, but not when complete: %v", err)
		}
	})
}
