package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// sayTheSame puts the text that was given last where a sentence wants "the same": "and could its heading say the same?".
// Nobody wants to read those words.
func (p *parser) sayTheSame() {
	for i := range p.acts {
		a := &p.acts[i]
		if a.Intent != act.Rename && a.Intent != act.SetText {
			continue
		}
		if end := strings.TrimRight(a.Args.Text, "? "); p.modal() && end != "" && !strings.ContainsAny(p.sentence, `"“”`) {
			a.Args.Text = end // "could its title be Welcome?": the mark is that of the question
		}
		if listed("sametext", fold(strings.Trim(a.Args.Text, " ?!.,"))) == "" || strings.ContainsAny(p.sentence, `"“”`) {
			continue
		}
		text := ""
		for _, last := range p.s.LastActs {
			if last.Intent == act.Rename || last.Intent == act.SetText && last.Args.Part == "" {
				text = last.Args.Text
			}
		}
		if text == "" {
			p.ask = &Question{Text: "The same as what? Say the words."}
			return
		}
		a.Args.Text = text
	}
}
