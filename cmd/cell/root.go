package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newRoot(a *app) *cobra.Command {
	cobra.EnableCommandSorting = false // the order below is that of use
	root := &cobra.Command{
		Use:   "cell",
		Short: "Talk to the running desktop",
		Long: `cell changes the running desktop, looks at it and touches it.

Say what you want with evolve; take it back with undo. A CELL is named by its id or title (see ls), a NODE in it by its key,
its label, or its kind and number (see inspect): counter/plus.

Exit codes: 0 done, 1 could not, 2 called wrongly, 3 something is asked back, 4 refused.`,
		Example: `  cell evolve "add a clock to my desktop"
  cell evolve "make it analog instead"
  cell evolve --at counter/plus "make this button bigger"
  cell undo
  cell screenshot desk.png`,
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			hint := fmt.Sprintf("to say a sentence: cell evolve %q", strings.Join(args, " "))
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 && len(args) < 3 {
				hint = "did you mean: cell " + near[0]
			}
			return wrongly(hint, "there is no verb %q", args[0])
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().BoolVar(&a.json, "json", false, "print the answer as JSON")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		text, _, _ := strings.Cut(err.Error(), ": strconv.") // which function failed is nobody's business
		if cmd.HasParent() {
			text = cmd.Name() + ": " + text
		}
		return wrongly("see: "+cmd.CommandPath()+" --help", "%s", text)
	})
	root.SetOut(a.out)
	root.SetErr(a.err)
	for _, g := range []struct{ id, title string }{
		{"change", "Change the desktop:"}, {"time", "Back and forth:"}, {"look", "Look at it:"}, {"touch", "Touch it:"}, {"run", "Keep it running:"},
	} {
		root.AddGroup(&cobra.Group{ID: g.id, Title: g.title})
	}
	add := func(group string, cmds ...*cobra.Command) {
		for _, c := range cmds {
			c.GroupID = group
			c.DisableFlagsInUseLine = true
			c.Args = usage(c.Args)
			root.AddCommand(c)
		}
	}
	add("change", evolveCommand(a), answerCommand(a), spawnCommand(a), killCommand(a), editCommand(a))
	add("time", undoCommand(a), redoCommand(a), historyCommand(a), diffCommand(a), restoreCommand(a), branchCommand(a))
	add("look", lsCommand(a), inspectCommand(a), catCommand(a), screenshotCommand(a), webCommand(a), genesCommand(a))
	add("touch", tapCommand(a), typeCommand(a), keyCommand(a), pointCommand(a))
	add("run", logsCommand(a), topCommand(a), statusCommand(a), doctorCommand(a), quitCommand(a))
	root.SetCompletionCommandGroupID("run")
	root.SetHelpCommandGroupID("run")
	root.SetHelpCommand(helpCommand(a))
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args, c.RunE = shellName, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	return root
}
