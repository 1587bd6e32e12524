package main

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

// The shell completes names by asking the body, and completes nothing when none answers at once.
const completionTime = 500 * time.Millisecond

// completeCell completes the first argument with the cells there are.
func (a *app) completeCell(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.cellNames(cmd), cobra.ShellCompDirectiveNoFileComp
}

// completePicture completes a file, then a cell.
func (a *app) completePicture(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return []string{"png"}, cobra.ShellCompDirectiveFilterFileExt
	case 1:
		return a.cellNames(cmd), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) cellNames(cmd *cobra.Command) []string {
	var cells []control.CellInfo
	if !a.quick(cmd, control.MethodLs, nil, &cells) {
		return nil
	}
	var names []string
	for _, c := range cells {
		names = append(names, cobra.CompletionWithDesc(c.ID, c.Title))
	}
	return names
}

// completeTarget completes a cell, and after its slash the nodes in it.
func (a *app) completeTarget(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	id, _, inside := strings.Cut(word, "/")
	if !inside {
		return a.cellNames(cmd), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	var cell control.CellDetail
	if !a.quick(cmd, control.MethodInspect, control.CellParams{Cell: id}, &cell) {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	var walk func(n *control.NodeDetail)
	walk = func(n *control.NodeDetail) {
		if n == nil {
			return
		}
		names = append(names, cobra.CompletionWithDesc(n.ID, strings.TrimSpace(string(n.Kind)+" "+firstLine(n.Text))))
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(cell.Tree)
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeChange completes the number of a change, the newest first.
func (a *app) completeChange(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var entries []control.HistoryEntry
	if len(args) > 0 || !a.quick(cmd, control.MethodHistory, control.HistoryParams{}, &entries) {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var numbers []string
	for _, e := range entries {
		numbers = append(numbers, cobra.CompletionWithDesc(strconv.Itoa(e.N), firstLine(e.Sentence)))
	}
	return numbers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

func (a *app) completeGene(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var genes []control.GeneInfo
	if len(args) > 0 || !a.quick(cmd, control.MethodGenes, nil, &genes) {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var names []string
	for _, g := range genes {
		names = append(names, cobra.CompletionWithDesc(g.Name, g.Description))
	}
	return names, cobra.ShellCompDirectiveDefault
}

func (a *app) quick(cmd *cobra.Command, method string, params, result any) bool {
	ctx := cmd.Context()
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, cancel := context.WithTimeout(ctx, completionTime)
	defer cancel()
	return a.call(ctx, method, params, result, nil) == nil
}

// anchors are the places a cell can be put at.
var anchors = []string{"top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"}

func completeAnchor(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return anchors, cobra.ShellCompDirectiveNoFileComp
}
