// A timer: it counts down, and goes on to a break where there is one.
package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Minutes is how long it counts down.
const Minutes = 5.0

// Break is how long the pause after it is, minutes; 0 for none. Work and break take turns.
const Break = 0.0

// Started begins at once; false waits for Start.
const Started = false

// Timer keeps how much is left, and until when it runs.
type Timer struct {
	Left  int64   // milliseconds, while it stands
	Until int64   // Unix milliseconds, while it runs; 0 while it stands
	Of    float64 // the minutes that were counted down from, to see that they were changed
	Pause bool    // of work: a break runs
	Done  int     // rounds of work
}

// View shows what is left.
func (t *Timer) View(x *cell.Context) cell.Node {
	now := x.Now().UnixMilli()
	if t.Of != Minutes {
		t.Of = Minutes
		t.Done = 0
		t.reset()
		if Started {
			t.Until = now + t.Left
		}
	}
	if t.Until > 0 {
		x.Every(time.Second, func() { t.tick(x.Now().UnixMilli()) })
	}
	left := t.left(now)
	x.OnKey(func(chord string) {
		switch chord {
		case "space", "enter", " ":
			t.toggle(x)
		case "r", "backspace":
			t.reset()
		}
	})
	verb, icon := "Start", "play"
	if t.Until > 0 {
		verb, icon = "Pause", "pause"
	}
	color := "accent"
	if left <= 0 {
		color = "danger"
	} else if t.Pause {
		color = "success"
	}
	return cell.Column(
		cell.Text(t.title(left)).Key("title").Size(13).Weight(600).Color("muted"),
		cell.Text(clock(left)).Key("left").Size(56).Weight(600).Color(color).Tabular().Lines(1).MinWidth(176).Center(),
		cell.Progress(1-share(left, t.length())).Key("progress").Accent(color).Width(176).Height(6),
		cell.Row(
			cell.Button(verb).Key("go").Icon(icon).Primary().Size(14).Width(104).Height(36).Disabled(left <= 0).
				OnTap(func() { t.toggle(x) }),
			cell.Button("Reset").Key("reset").Plain().Size(14).PadX(12).Height(36).
				OnTap(func() { t.reset() }),
		).Key("buttons").Gap(8).Align("center"),
	).Align("center").Gap(10).PadX(24).PadY(18)
}

// length is how long the part that runs is, milliseconds.
func (t *Timer) length() int64 {
	if t.Pause {
		return int64(Break * 60000)
	}
	return int64(Minutes * 60000)
}

func (t *Timer) left(now int64) int64 {
	if t.Until == 0 {
		return t.Left
	}
	return t.Until - now
}

// tick ends a part when it is over: with a break the other one begins, else the timer stands at zero.
func (t *Timer) tick(now int64) {
	if t.Until == 0 || t.left(now) > 0 {
		return
	}
	if !t.Pause {
		t.Done++
	}
	if Break <= 0 {
		t.Left = 0
		t.Until = 0
		return
	}
	t.Pause = !t.Pause
	t.Left = t.length()
	t.Until = now + t.Left
}

func (t *Timer) toggle(x *cell.Context) {
	now := x.Now().UnixMilli()
	if t.Until > 0 {
		t.Left = t.left(now)
		t.Until = 0
		if t.Left < 0 {
			t.Left = 0
		}
	} else if t.Left > 0 {
		t.Until = now + t.Left
	}
}

func (t *Timer) reset() {
	t.Pause = false
	t.Until = 0
	t.Left = t.length()
}

func (t *Timer) title(left int64) string {
	switch {
	case left <= 0:
		return "Time is up"
	case Break <= 0:
		return "Timer · " + clock(t.length())
	case t.Pause:
		return "Break"
	}
	return "Focus · round " + cell.Itoa(t.Done+1)
}

func share(left, of int64) float64 {
	if of <= 0 {
		return 0
	}
	return float64(left) / float64(of)
}

// clock writes a time as minutes and seconds, a begun second as a whole one.
func clock(ms int64) string {
	s := int((ms + 999) / 1000)
	if s < 0 {
		s = 0
	}
	if s >= 3600 {
		return cell.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return cell.Sprintf("%d:%02d", s/60, s%60)
}

func main() { cell.Run(&Timer{}) }
