package theme

import "cellshell/gpu/paint"

func rgb(v uint32) paint.Color {
	return paint.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// palette is one mode's colours: the neutrals, then the hues.
type palette struct {
	text, muted, surface, raised, sunken, outline paint.Color
	hues                                          map[string]paint.Color
	fills                                         map[string]paint.Color // of the hues that are another colour as a ground than as letters
	wall                                          [2]paint.Color         // where the contrast is high
	shadow                                        paint.Color
}

var dark = palette{
	text: rgb(0xeceff6), muted: rgb(0x9ba4b7), surface: rgb(0x191d27), raised: rgb(0x262c3a), sunken: rgb(0x11141c), outline: rgb(0x353d4f),
	shadow: paint.Color{A: 150},
	hues: map[string]paint.Color{
		"red": rgb(0xff7b7b), "orange": rgb(0xffa45c), "yellow": rgb(0xf6d155), "green": rgb(0x55d68f), "teal": rgb(0x43d3c1),
		"cyan": rgb(0x55cdf2), "blue": rgb(0x78acff), "indigo": rgb(0x9aa4ff), "purple": rgb(0xbd9bff), "pink": rgb(0xff8fbf),
		"brown": rgb(0xd0a888), "gray": rgb(0x9ba4b7),
	},
}

var light = palette{
	text: rgb(0x161a23), muted: rgb(0x59627a), surface: rgb(0xffffff), raised: rgb(0xf2f4f9), sunken: rgb(0xf5f7fb), outline: rgb(0xd6dce8),
	shadow: paint.Color{R: 0x1b, G: 0x26, B: 0x4a, A: 46},
	hues: map[string]paint.Color{
		"red": rgb(0xd62536), "orange": rgb(0xb4530a), "yellow": rgb(0x8a6600), "green": rgb(0x14803f), "teal": rgb(0x0b7a72),
		"cyan": rgb(0x0a7599), "blue": rgb(0x2563eb), "indigo": rgb(0x5450ee), "purple": rgb(0x8340ea), "pink": rgb(0xcc2578),
		"brown": rgb(0x7a5130), "gray": rgb(0x59627a),
	},
	// Letters on white must be dark: a yellow that can be read there is olive. What is painted with a hue may be as bright as
	// its name promises, since the label on it is black then.
	fills: map[string]paint.Color{
		"orange": rgb(0xf5893b), "yellow": rgb(0xf7cf46), "green": rgb(0x2fb46a), "teal": rgb(0x1fb3a4), "cyan": rgb(0x2bb2dd),
		"pink": rgb(0xf2669f), "brown": rgb(0x96673f), "gray": rgb(0x9aa3b6),
	},
}

// highContrast is a palette with its neutrals at the ends of the scale, and its hues nearer to them.
func highContrast(p palette, isDark bool) palette {
	towards := rgb(0x000000)
	if isDark {
		p.text, p.muted, p.surface, p.raised, p.sunken, p.outline = rgb(0xffffff), rgb(0xd5dbe8), rgb(0x05070b), rgb(0x161b26), rgb(0x000000), rgb(0x8f9ab0)
		p.wall = [2]paint.Color{rgb(0x000000), rgb(0x0a0d14)}
		towards = rgb(0xffffff)
	} else {
		p.text, p.muted, p.raised, p.sunken, p.outline = rgb(0x000000), rgb(0x333a4a), rgb(0xe6eaf2), rgb(0xffffff), rgb(0x5a6478)
		p.wall = [2]paint.Color{rgb(0xf6f7fa), rgb(0xe3e7ef)}
	}
	hues := make(map[string]paint.Color, len(p.hues))
	for name, c := range p.hues {
		hues[name] = Mix(c, towards, 0.25)
	}
	p.hues, p.fills = hues, nil
	return p
}
