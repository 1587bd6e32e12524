package evolve

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
)

// writers carry out one act each on a draft.
var writers = map[act.Intent]func(*draft, act.Act) error{
	act.Resize:    (*draft).resize,
	act.Recolor:   (*draft).recolor,
	act.SetText:   (*draft).setText,
	act.TextStyle: (*draft).textStyle,
	act.Shape:     (*draft).shape,
	act.Spacing:   (*draft).spacing,
	act.Tooltip:   (*draft).tooltip,
	act.Opacity:   (*draft).opacity,
	act.Border:    (*draft).border,
	act.Shadow:    (*draft).shadow,
	act.Move:      (*draft).move,
	act.Raise:     (*draft).raise,
	act.Swap:      (*draft).swap,
	act.Rename:    (*draft).rename,
	act.Spawn:     (*draft).spawn,
	act.Remove:    (*draft).remove,
	act.Hide:      (*draft).hide,
	act.Theme:     (*draft).theme,
	act.Wallpaper: (*draft).wallpaper,
	act.Style:     (*draft).style,
	act.Arrange:   (*draft).arrange,
	act.Lock:      (*draft).lock,
}

// write carries out the acts in order on one draft.
func (d *draft) write(acts []act.Act) error {
	acts = colorsAhead(joined(acts))
	for i := range acts {
		acts[i].Args.Factor = exact(acts[i].Args.Factor)
	}
	acts, err := d.allLarger(acts)
	if err != nil {
		return err
	}
	d.acts = acts
	d.sideBySide(acts)
	var idle []error
	var group, aligned []act.Act // acts about several cells at once are carried out together
	if len(acts) > 0 {
		d.target = acts[0].Target
	}
	var told []int // the numbers of the acts so far
	for _, a := range d.gathered(acts) {
		if a.Intent == act.Arrange && a.Target.Node != "" {
			if err := d.arrangeNodes(a); err != nil {
				return err
			}
			continue
		}
		if a.Intent == act.Arrange {
			group = append(group, a)
			continue
		}
		if a.Intent == act.Move && strings.HasPrefix(a.Args.Relation, "align-") && a.Args.LikeCell == "" {
			aligned = append(aligned, a)
			continue
		}
		w := writers[a.Intent]
		if w == nil {
			return fmt.Errorf("nobody knows how to carry out %q", a.Intent)
		}
		d.doing = d.numberOf(a, told)
		told = append(told, d.doing)
		if err := w(d, a); err != nil {
			if _, ok := errors.AsType[*already](err); !ok {
				return err
			}
			idle = append(idle, err)
		}
	}
	d.doing = 0
	if len(idle) == len(acts) && len(idle) > 0 {
		return refuse("%s", idle[0])
	}
	if len(group) > 0 {
		if err := d.arrangeAll(group); err != nil {
			return err
		}
	}
	if len(aligned) > 0 {
		if err := d.align(aligned); err != nil {
			return err
		}
	}
	if err := d.roomier(); err != nil {
		return err
	}
	return d.finish()
}

// numberOf is the number of an act in the sentence, from 1, other than those that are taken; 0 for what several became.
func (d *draft) numberOf(a act.Act, taken []int) int {
	for i, o := range d.all {
		if o.Intent == a.Intent && o.Target == a.Target && !slices.Contains(taken, i+1) {
			return i + 1
		}
	}
	return 0
}

// exact is a factor as it was meant: sentences are understood with three decimals, and smaller takes back what bigger did.
func exact(f float64) float64 {
	if f <= 0 || f >= 1 {
		return f
	}
	if up := math.Round(20/f) / 20; math.Round(1000/up) == math.Round(1000*f) { // by as much as "half as big again"
		return 1 / up
	}
	return f
}

// styleFields are the fields a style says, by JSON name, as JSON.
func styleFields(s ui.Style) map[string]string {
	raw, err := json.Marshal(s)
	if err != nil {
		return nil
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil
	}
	out := make(map[string]string, len(fields))
	for name, v := range fields {
		out[name] = string(v)
	}
	return out
}

// expectStyle expects that the look of the node says a field.
func (s *subject) expectStyle(n *ui.Node, what, field, want string) {
	id, node := s.id, n.ID
	s.expect(what, func(before, after *Scene) (string, string, bool) {
		was := styleFields(before.look(id, before.Node(id, node)))[field]
		n := after.Node(id, node)
		if n == nil {
			return unquote(was), "gone", false
		}
		is := styleFields(after.look(id, n))[field]
		return unquote(was), unquote(is), is == want
	})
}

func unquote(s string) string {
	var text string
	if json.Unmarshal([]byte(s), &text) == nil {
		return text
	}
	if s == "" {
		return act.Unsaid
	}
	return s
}

func quoted(v any) string {
	raw, _ := json.Marshal(v)
	return string(raw)
}
