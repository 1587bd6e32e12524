package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// usage makes complaints about arguments those of a wrong call: what the verb wants, and what it was given.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		err := check(cmd, args)
		if f := (*failure)(nil); err == nil || errors.As(err, &f) {
			return err
		}
		hint := "like this: " + cmd.UseLine()
		switch {
		case len(args) == 0:
			return wrongly(hint, "%s: %s is missing", cmd.Name(), wanted(cmd.Use))
		case check(cmd, nil) == nil && check(cmd, args[:1]) != nil:
			return wrongly(hint, "%s: takes no argument, but was given %s", cmd.Name(), quoted(args))
		default:
			return wrongly(hint, "%s: too many arguments: %s", cmd.Name(), quoted(args))
		}
	}
}

// wanted is the part of a usage line that must not be left out: what stands outside of brackets, without the verb.
func wanted(use string) string {
	depth := 0
	words := strings.Fields(strings.Map(func(r rune) rune {
		switch r {
		case '[':
			depth++
			return ' '
		case ']':
			depth--
			return ' '
		}
		if depth > 0 {
			return ' '
		}
		return r
	}, use))
	return strings.Join(words[1:], " ")
}

func quoted(args []string) string {
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = fmt.Sprintf("%q", shorten(arg, 40))
	}
	return strings.Join(out, ", ")
}

// oneCell checks that the only argument names a cell, where a node would mean nothing.
func oneCell(cmd *cobra.Command, args []string) error {
	if err := usage(cobra.ExactArgs(1))(cmd, args); err != nil {
		return err
	}
	if cell, _, inside := strings.Cut(args[0], "/"); inside {
		return wrongly(fmt.Sprintf("like this: cell %s %s", cmd.Name(), cell), "%s: takes a whole cell, not a node in it: %q", cmd.Name(), args[0])
	}
	return nil
}

// shellName refuses a shell there is no completion for; without a name the verb tells which there are.
func shellName(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return wrongly("the shells are listed by: cell completion", "completion: there is none for %q", shorten(args[0], 40))
}

// helpCommand tells about a verb, and says so when there is none of that name.
func helpCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "help [VERB]",
		Short:   "Tell more about a verb",
		Example: "  cell help evolve",
		GroupID: "run",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && c.IsAvailableCommand() {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			verb, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return wrongly("the verbs are listed by: cell help", "there is no verb %q", strings.Join(args, " "))
			}
			verb.InitDefaultHelpFlag()
			verb.SetOut(a.out)
			return verb.Help()
		},
	}
}
