package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"strconv"
	"strings"
	"time"

	"cellshell/compositor"
	"cellshell/evolve/act"
)

// The service "history": what was changed, with pictures, for a cell that has that power. Reading is free; the methods that
// change something work only as long after the user touched the cell as a hand takes: a cell cannot travel by itself.
const (
	historyPower = "history"
	gesture      = 2 * time.Second
	maxDiffLines = 120
)

type historyArgs struct {
	N       string `json:"n"`       // of a change; of thumbs, several with commas between
	Limit   string `json:"limit"`   // of the list
	UpTo    string `json:"upto"`    // the newest change to list; "" is the newest of all
	Take    string `json:"take"`    // of an undo that a later change is in the way of: act.TakeNow or act.TakeBack
	Minutes string `json:"minutes"` // of an attempt: after them it is thrown away; "" is never
}

// callHistory answers one call of a cell.
func (b *Body) callHistory(ctx context.Context, c *live, method string, payload json.RawMessage) (json.RawMessage, error) {
	var args historyArgs
	if len(payload) > 0 {
		if err := json.Unmarshal(payload, &args); err != nil {
			return nil, fmt.Errorf("history: %w", err)
		}
	}
	n, _ := strconv.Atoi(args.N)
	switch method {
	case "list":
		limit, _ := strconv.Atoi(args.Limit)
		upTo, _ := strconv.Atoi(args.UpTo)
		return b.historyList(limit, upTo)
	case "thumbs":
		return b.historyThumbs(args.N)
	case "picture":
		return b.historyPicture(n)
	case "compare":
		return b.historyCompare(n)
	case "diff":
		return b.historyDiff(n)
	}
	minutes, _ := strconv.Atoi(args.Minutes)
	a, ok := map[string]act.Act{
		"restore": {Intent: act.Restore, Args: act.Args{Number: n}}, "undo": {Intent: act.Undo, Args: act.Args{Number: n, Part: args.Take}},
		"try": {Intent: act.Try, Args: act.Args{Count: max(0, min(minutes, maxMinutes))}}, "keep": {Intent: act.Keep}, "drop": {Intent: act.Drop},
	}[method]
	if !ok {
		return nil, fmt.Errorf("history: no method %q; there are list, thumbs, picture, compare, diff, restore, undo, try, keep, drop", method)
	}
	b.mu.Lock()
	idle := b.now().Sub(c.gesture)
	c.gesture = time.Time{} // one act for one touch
	b.mu.Unlock()
	if idle > gesture {
		return nil, fmt.Errorf("history: %s was not asked for: nobody has touched %s", method, c.id)
	}
	text := method
	if n > 0 {
		text += " " + strconv.Itoa(n)
	}
	r := b.engine.Travel(ctx, text, a)
	b.branched()
	switch {
	case r.Status == act.Done:
		return json.Marshal(map[string]string{"line": r.Line()})
	case len(r.Versions) > 0:
		return json.Marshal(map[string]any{"line": r.Question, "choices": r.Choices, "versions": r.Versions})
	}
	return nil, errors.New(r.Line())
}

// commits names the commit of change n and those before it, newest first.
func (b *Body) commits(n, most int) ([]string, error) {
	if n < 1 {
		return nil, fmt.Errorf("history: there is no change #%d", n)
	}
	return b.store.Commits(n, most)
}

func (b *Body) historyPicture(n int) (json.RawMessage, error) {
	c, err := b.commits(n, 1)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"n": n, "png": b.picture(c[0])})
}

// historyCompare shows what a change changed on the screen.
func (b *Body) historyCompare(n int) (json.RawMessage, error) {
	c, err := b.commits(n, 1+maxPictures)
	if err != nil {
		return nil, err
	}
	data, before := b.picture(c[0]), []byte(nil)
	for i := 1; i < len(c) && before == nil; i++ { // the nearest that stood for a moment
		before = b.picture(c[i])
	}
	if data == nil || before == nil {
		return nil, fmt.Errorf("there is no picture of #%d to compare", n)
	}
	was, err := decodePNG(before)
	if err != nil {
		return nil, err
	}
	is, err := decodePNG(data)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	accent := compositor.Theme(b.doc).Or("accent", "")
	b.mu.Unlock()
	out, places, err := compare(was, is, color.NRGBA{R: accent.R, G: accent.G, B: accent.B, A: 255})
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"n": n, "png": out, "places": places})
}

func (b *Body) historyDiff(n int) (json.RawMessage, error) {
	text, err := b.store.Diff(n)
	if err != nil {
		return nil, err
	}
	lines := []string{}
	indent := -1 // what all lines begin with says nothing
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "index ") || strings.HasPrefix(line, "diff ") || strings.HasPrefix(line, "--- ") {
			continue
		}
		if len(lines) == maxDiffLines {
			lines = append(lines, "… more: cell diff "+strconv.Itoa(n))
			break
		}
		line = strings.ReplaceAll(line, "\t", "  ")
		lines = append(lines, line)
		if code(line) {
			if blank := len(line) - 1 - len(strings.TrimLeft(line[1:], " ")); indent < 0 || blank < indent {
				indent = blank
			}
		}
	}
	for i, line := range lines {
		if indent > 0 && code(line) {
			lines[i] = line[:1] + line[1+indent:]
		}
	}
	return json.Marshal(map[string]any{"n": n, "lines": lines})
}

// code tells the lines of a diff that show a line of a file, not an empty one.
func code(line string) bool {
	return len(line) > 1 && strings.Contains(" +-", line[:1]) && !strings.HasPrefix(line, "+++") && strings.TrimSpace(line[1:]) != ""
}
