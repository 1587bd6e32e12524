package window

import (
	_ "embed" // for the shaders

	"github.com/hajimehoshi/ebiten/v2"
)

// program is one of the shaders that draw a scene. One for all would need the fewest calls, but where the GPU is a processor
// every pixel pays for all that its shader can do.
type program int

const (
	things program = iota
	blends
	shadows
	solids
	walls
	programs = 5
)

// What a quad of things shows, and one of shadows.
const (
	kindBox   = 0
	kindMask  = 1
	kindImage = 2
	kindLine  = 3

	kindShadow = 0 // all of it
	kindCast   = 1 // a shadow that is not under its shape
)

// maxClips is how many rounded clips can cut one quad. Of more, the outermost count.
const maxClips = 4

var (
	//go:embed common.kage
	commonSource string
	//go:embed things.kage
	thingsSource string
	//go:embed blend.kage
	blendSource string
	//go:embed shadow.kage
	shadowSource string
	//go:embed solid.kage
	solidSource string
	//go:embed wall.kage
	wallSource string
	//go:embed bilinear.kage
	bilinearSource string
	//go:embed blur.kage
	blurSource string
)

// Each program is two shaders, so that what no rounded clip cuts does not pay for those that do.
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

// compileAll makes the shaders of a scene: plain ones, and those cut by clips.
func compileAll() (plain, cutting [programs]*ebiten.Shader) {
	for i, source := range [programs]string{things: thingsSource, blends: blendSource, shadows: shadowSource, walls: wallSource} {
		if source != "" {
			plain[i], cutting[i] = compile(commonSource+source+clipNothing), compile(commonSource+source+clipShapes)
		}
	}
	plain[solids] = compile(solidSource) // never cut
	return plain, cutting
}
