package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func evolveCommand(a *app) *cobra.Command {
	var p control.EvolveParams
	cmd := &cobra.Command{
		Use:   "evolve [--at CELL[/NODE]] SENTENCE",
		Short: "Say what you want",
		Long: `Say in plain words what should be different. The change is written, tried beside the running cell, measured, and shown
only when it does what was asked. It is answered with a receipt.

What "this" means is said by --at. "It" is what was changed last.

--record keeps what a language model is asked and what it answers in a folder, without any key; --replay answers from such a
folder, with no model, key or network.

Exit codes: 0 done, 1 failed or taken back, 3 something is asked (see answer), 4 refused.`,
		Example: `  cell evolve "add a clock to my desktop"
  cell evolve "make it analog instead"
  cell evolve --at counter/plus "make this button bigger"
  cell evolve move the clock to the top right
  cell evolve --json "dark mode"`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sentence := strings.TrimSpace(strings.Join(args, " "))
			if sentence == "" {
				return wrongly(`like this: cell evolve "make the clock bigger"`, "evolve: the sentence is empty")
			}
			p.Sentence = sentence
			for _, dir := range []*string{&p.Record, &p.Replay} {
				if *dir == "" {
					continue
				}
				abs, err := filepath.Abs(*dir)
				if err != nil {
					return fmt.Errorf("evolve: %s: %w", *dir, err)
				}
				*dir = abs
			}
			return a.working(cmd, control.MethodEvolve, p)
		},
	}
	cmd.Flags().StringVar(&p.At, "at", "", "what \"this\" means: `CELL[/NODE]`, or where \"here\" is: X,Y")
	cmd.Flags().StringVar(&p.There, "there", "", "where \"there\" is: `X,Y` in logical pixels")
	cmd.Flags().StringArrayVar(&p.With, "with", nil, "what \"these\" means: `CELL[/NODE]`, once for each")
	cmd.Flags().StringVar(&p.Record, "record", "", "keep every call of the model with its answer in the folder `DIR`")
	cmd.Flags().StringVar(&p.Replay, "replay", "", "answer from the calls kept in the folder `DIR`, without a model")
	cmd.MarkFlagsMutuallyExclusive("record", "replay")
	_ = cmd.MarkFlagDirname("record")
	_ = cmd.MarkFlagDirname("replay")
	_ = cmd.RegisterFlagCompletionFunc("with", a.completeTarget)
	_ = cmd.RegisterFlagCompletionFunc("at", a.completeTarget)
	return cmd
}

func answerCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "answer CHOICE",
		Short: "Answer what the desktop asked",
		Long:  "Answer the question of the last sentence: with the number of a choice, or its words.",
		Example: `  cell evolve "make the button red"     # which of the buttons?
  cell answer 1`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.working(cmd, control.MethodAnswer, control.AnswerParams{Choice: strings.Join(args, " ")})
		},
	}
}

// working makes a request whose answer is a receipt and shows its progress on a terminal.
func (a *app) working(cmd *cobra.Command, method string, params any) error {
	var progress func(json.RawMessage)
	shown := false
	if a.live {
		progress = func(raw json.RawMessage) { shown = true; a.stage(raw) }
	}
	r, err := a.receipt(cmd, method, params, progress)
	if shown {
		fmt.Fprint(a.err, "\r\x1b[K")
	}
	if err != nil {
		return err
	}
	return a.say(r)
}
