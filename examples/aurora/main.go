// Command aurora is a cell whose picture the GPU computes: curtains of light that drift, in the desktop's own colours.
package main

import "cellshell/membrane/cell"

// Aurora drifts or stands still; a tap changes which.
type Aurora struct{ Still bool }

// The source is Kage. Size and Time are filled in by the screen; Sky and Glow by the cell, below.
const curtains = `
var Size vec2
var Time float
var Sky vec4
var Glow vec4
var Edge vec4

func wave(x float, t float) float {
	s := 0.0
	a := 0.5
	for i := 0; i < 4; i++ {
		s += a * sin(x+t)
		x = x*1.9 + 1.3
		t = t*-1.2 + 0.4
		a *= 0.55
	}
	return s
}

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	p := (dst.xy - imageDstOrigin()) / Size
	t := Time * 0.35
	light := mix(Sky, Sky*0.55, p.y)
	for i := 0; i < 3; i++ {
		k := float(i)
		foot := 0.72 - 0.13*k + 0.14*wave(p.x*(2.2+k)+k*2.1, t*(1+0.3*k))
		up := foot - p.y
		rays := 0.72 + 0.28*wave(p.x*(19+7*k), t*1.7+k)
		band := step(0, up)*exp(-up*(4.2-0.5*k)) + (1-step(0, up))*exp(up*42)
		light += mix(Glow, Edge, clamp(up*2.4, 0, 1)) * band * rays * (0.6 - 0.12*k)
	}
	grain := fract(sin(dot(dst.xy, vec2(12.9898, 78.233)))*43758.5453) / 255
	return vec4(min(light.rgb+grain, vec3(1)), 1)
}
`

// View shows the lights. Where there is no GPU, a plain card with a star stands in for them.
func (a *Aurora) View(x *cell.Context) cell.Node {
	return cell.Shader(curtains, cell.Column(
		cell.Icon("star").Size(32).Color("accent"),
		cell.Text("Northern lights need a GPU").Color("muted").TextAlign("center"),
	).Center().Gap(8).Background("sunken").Radius(0)).
		Tint("Sky", "#060a1c").Tint("Glow", "accent").Tint("Edge", "purple").
		Animate(!a.Still).Width(360).Height(220).
		OnTap(func() { a.Still = !a.Still }).Tooltip("Tap to hold the lights still")
}

func main() { cell.Run(&Aurora{}) }
