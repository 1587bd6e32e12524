package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

// change makes a request whose answer is a receipt, and prints it.
func (a *app) change(cmd *cobra.Command, method string, params any) error {
	r, err := a.receipt(cmd, method, params, nil)
	if err != nil {
		return err
	}
	return a.say(r)
}

// receipt makes a request whose answer is a receipt; with --json it is printed at once.
func (a *app) receipt(cmd *cobra.Command, method string, params any, progress func(json.RawMessage)) (act.Receipt, error) {
	var raw json.RawMessage
	var r act.Receipt
	if err := a.call(cmd.Context(), method, params, &raw, progress); err != nil {
		return r, err
	}
	if err := json.Unmarshal(raw, &r); err != nil {
		return r, fmt.Errorf("the receipt is not understood: %w; are cell and cellshell of one version?", err)
	}
	if a.json {
		return r, a.printJSON(raw)
	}
	return r, nil
}

// say tells how a change ended and returns the exit code it calls for.
func (a *app) say(r act.Receipt) error {
	switch r.Status {
	case act.Done:
		if !a.json {
			a.printf("%s\n", a.paint(green, clean(r.Line())))
			for i, other := range r.Alternatives {
				a.printf("  or %s: cell answer %d\n", clean(other), i+1)
			}
			for _, c := range r.Checks {
				if !c.OK {
					a.printf("  %s %s: %s → %s\n", a.paint(yellow, "not met:"), clean(c.What), clean(c.Before), clean(c.After))
				}
			}
		}
		return nil
	case act.Asked:
		if a.json {
			return &failure{code: exitAsked}
		}
		if r.Reason != "" {
			fmt.Fprintln(a.err, "cell: "+clean(r.Reason))
		}
		fmt.Fprintln(a.err, "cell: "+clean(r.Question))
		a.beside(r.Versions)
		for i, c := range r.Choices {
			fmt.Fprintf(a.err, "  %d  %s\n", i+1, clean(c))
		}
		for i, path := range r.Pictures {
			if path != "" {
				fmt.Fprintf(a.err, "  picture of %d: %s\n", i+1, clean(path))
			}
		}
		if len(r.Choices) > 0 {
			return &failure{code: exitAsked, hint: "answer with: cell answer 1"}
		}
		return &failure{code: exitAsked, hint: "\"cell evolve help\" shows what can be said"}
	case act.Refused:
		return a.unchanged(r, exitRefused, "refused: ")
	case act.RolledBack:
		return a.unchanged(r, exitFailed, "taken back: ")
	default:
		return a.unchanged(r, exitFailed, "")
	}
}

func (a *app) unchanged(r act.Receipt, code int, prefix string) error {
	if a.json {
		return &failure{code: code}
	}
	f := &failure{code: code, text: prefix + r.Reason}
	if !strings.Contains(strings.ToLower(r.Reason), "nothing was changed") {
		f.hint = "nothing was changed"
	}
	return f
}

// stage shows what is being done, on one line that is overwritten.
func (a *app) stage(raw json.RawMessage) {
	var p control.EvolveProgress
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	text := p.Stage
	if p.Text != "" {
		text += ": " + firstLine(p.Text)
	}
	if p.Tokens > 0 {
		text += fmt.Sprintf(" (%d tokens", p.Tokens)
		if p.Cost > 0 {
			text += fmt.Sprintf(", $%.4f", p.Cost)
		}
		text += ")"
	}
	fmt.Fprintf(a.err, "\r\x1b[K%s …", text)
}
