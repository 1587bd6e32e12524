// A clock: digits or hands, with or without seconds.
package main

import (
	"math"
	"time"

	"cellshell/membrane/cell"
)

// Face is "digital" or "analog".
const Face = "digital"

// Seconds shows them.
const Seconds = true

// Hours24 counts to 24; false counts to 12 with am and pm.
const Hours24 = true

// Clock has no state: the time is the shell's.
type Clock struct{}

// View shows the time.
func (c *Clock) View(x *cell.Context) cell.Node {
	if Seconds {
		x.Every(time.Second, nil)
	} else {
		x.Every(time.Minute, nil)
	}
	if Face == "analog" {
		return analog(x.Now())
	}
	return digital(x.Now())
}

func digital(now time.Time) cell.Node {
	hours := "15"
	if !Hours24 {
		hours = "3"
	}
	return cell.Column(
		cell.Row(
			cell.Text(now.Format(hours+":04")).Key("time").Size(56).Weight(600).Color("accent").Tabular().Lines(1),
			seconds(now),
			half(now),
		).Align("baseline").Gap(6),
		cell.Text(now.Format("Monday, 2 January")).Key("date").Size(15).Color("muted").Lines(1),
	).Align("center").Gap(2).PadX(24).PadY(18)
}

func seconds(now time.Time) cell.Node {
	if !Seconds {
		return cell.Node{}
	}
	return cell.Text(now.Format("05")).Key("seconds").Size(24).Weight(500).Color("accent").Opacity(0.7).Tabular()
}

func half(now time.Time) cell.Node {
	if Hours24 {
		return cell.Node{}
	}
	return cell.Text(now.Format("pm")).Key("half").Size(14).Weight(600).Color("muted").Upper()
}

func analog(now time.Time) cell.Node {
	return cell.Column(
		cell.Canvas(200, 200, func(p *cell.Painter) { hands(p, now) }).Key("face").Width(180).Height(180).
			Tooltip(now.Format("15:04")),
		cell.Text(now.Format("Monday, 2 January")).Key("date").Size(13).Color("muted").Lines(1),
	).Align("center").Gap(12).Padding(18)
}

func hands(p *cell.Painter, now time.Time) {
	p.Circle(100, 100, 97).Fill("sunken")
	p.Circle(100, 100, 97).Stroke("outline", 2)
	for i := 0; i < 60; i++ {
		if i%5 == 0 {
			mark(p, float64(i)*6, 78, 88, "text", 3)
		} else {
			mark(p, float64(i)*6, 85, 88, "muted", 1)
		}
	}
	hour := float64(now.Hour()%12) + float64(now.Minute())/60
	minute := float64(now.Minute())
	if Seconds {
		minute += float64(now.Second()) / 60
	}
	mark(p, hour*30, 0, 50, "accent", 8)
	mark(p, minute*6, 0, 74, "accent", 5)
	if Seconds {
		mark(p, float64(now.Second())*6, -18, 82, "text", 2)
	}
	p.Circle(100, 100, 7).Fill("accent")
	p.Circle(100, 100, 3).Fill("sunken")
}

// mark draws a line away from the middle, degrees clockwise from twelve.
func mark(p *cell.Painter, degrees, from, to float64, color string, width float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	p.Line(100+from*sin, 100-from*cos, 100+to*sin, 100-to*cos).Stroke(color, width)
}

func main() { cell.Run(&Clock{}) }
