package window

import (
	_ "embed" // for the shaders

	"github.com/hajimehoshi/ebiten/v2"
)

// What a quad shows, as scene.kage numbers it.
const (
	kindBox    = 0
	kindBlend  = 1
	kindShadow = 2 // all of it
	kindMask   = 3
	kindImage  = 4
	kindLine   = 5
	kindCast   = 6 // a shadow that is not under its shape
)

// maxClips is how many rounded clips can cut one quad. Of more, the outermost count.
const maxClips = 4

var (
	//go:embed scene.kage
	sceneSource string
	//go:embed bilinear.kage
	bilinearSource string
	//go:embed blur.kage
	blurSource string
)

// A scene is drawn by one of two shaders, so that what no rounded clip cuts does not pay for those that do.
const (
	clipNothing = `
func clipped(p vec2) float { return 1 }
`
	clipShapes = `
var Clips [4]vec4
var Radii [4]float

func clipped(p vec2) float {
	a := 1.0
	for i := 0; i < 4; i++ {
		a *= cover(p, Clips[i], Radii[i])
	}
	return a
}
`
)

// compile makes a shader. The sources are part of the program, so an error is a mistake in it.
func compile(source string) *ebiten.Shader {
	s, err := ebiten.NewShader([]byte(source))
	if err != nil {
		panic("window: " + err.Error())
	}
	return s
}
