package reflex

import "cellshell/evolve/act"

// way is one thing that could be done about a complaint, with what the choice is called and what it is done to.
type way struct {
	label string
	on    reach
	act   act.Act
}

// reach says what a way is gone with.
type reach byte

const (
	those      reach = iota // the things complained about
	everything              // all cells, where nothing is named
	desk                    // the desktop
)

// remedy is what can be done about one kind of complaint. A wish, "make it pop", is about a thing; %s is its name.
type remedy struct {
	text string
	wish bool
	// cannot: it is not to be had here, whatever else is said of it.
	cannot bool
	ways   []way
}

func recolored(g act.Args) act.Act { return act.Act{Intent: act.Recolor, Args: g} }
func lettered(g act.Args) act.Act  { return act.Act{Intent: act.TextStyle, Args: g} }
func themed(g act.Args) act.Act    { return act.Act{Intent: act.Theme, Args: g} }
func papered(g act.Args) act.Act   { return act.Act{Intent: act.Wallpaper, Args: g} }

var gripes = map[string]remedy{
	"crowded": {text: "A lot on here? This can be done about it.", ways: []way{
		{"Tidy up", desk, act.Act{Intent: act.Arrange, Args: act.Args{Layout: "tidy"}}},
		{"All in a grid", desk, act.Act{Intent: act.Arrange, Args: act.Args{Layout: "grid"}}},
	}},
	"glare": {text: "Too bright? This can be done about it.", ways: []way{
		{"Only this darker", those, recolored(act.Args{Lighten: -0.2})},
		{"The dark theme", desk, themed(act.Args{Mode: "dark"})},
		{"A darker wallpaper", desk, papered(act.Args{Color: "#3b4252"})},
	}},
	"gloom": {text: "Too dark? This can be done about it.", ways: []way{
		{"Only this lighter", those, recolored(act.Args{Lighten: 0.2})},
		{"The light theme", desk, themed(act.Args{Mode: "light"})},
		{"A lighter wallpaper", desk, papered(act.Args{Color: "#e5ecf6"})},
	}},
	"faint": {text: "Hard to read? This can be done about it.", ways: []way{
		{"More contrast", those, recolored(act.Args{Contrast: "high"})},
		{"Bigger letters", those, lettered(act.Args{Factor: 1.25})},
		{"Bolder letters", those, lettered(act.Args{Weight: 700})},
		{"More contrast everywhere", desk, themed(act.Args{Contrast: "high"})},
		{"Bigger letters everywhere", everything, lettered(act.Args{Factor: 1.25})},
	}},
	"blend": {text: "Hard to tell apart? This can be done about it.", ways: []way{
		{"A border around it", those, act.Act{Intent: act.Border, Args: act.Args{Pixels: 2}}},
		{"In the accent colour", those, recolored(act.Args{Color: "accent"})},
		{"More contrast everywhere", desk, themed(act.Args{Contrast: "high"})},
	}},
	"loud": {text: "Too much colour? This can be done about it.", ways: []way{
		{"Less colour in this", those, recolored(act.Args{Saturate: -0.4})},
		{"A quieter accent", desk, themed(act.Args{Saturate: -0.5})},
		{"The plain wallpaper", desk, papered(act.Args{Style: "plain"})},
	}},
	"dull": {text: "Too little colour? This can be done about it.", ways: []way{
		{"More colour in this", those, recolored(act.Args{Saturate: 0.5})},
		{"An orange accent", desk, themed(act.Args{Color: "orange"})},
		{"A pink accent", desk, themed(act.Args{Color: "pink"})},
		{"The aurora wallpaper", desk, papered(act.Args{Style: "aurora"})},
	}},
	"pop": {text: "How shall %s stand out?", wish: true, ways: []way{
		{"In the accent colour", those, recolored(act.Args{Color: "accent"})},
		{"Bigger", those, act.Act{Intent: act.Resize, Args: act.Args{Factor: 1.25}}},
		{"Bold letters", those, lettered(act.Args{Weight: 700})},
	}},
	"hush": {text: "How shall %s stand back?", wish: true, ways: []way{
		{"Fainter", those, act.Act{Intent: act.Opacity, Args: act.Args{Value: 0.6}}},
		{"Smaller", those, act.Act{Intent: act.Resize, Args: act.Args{Factor: 0.8}}},
		{"Less colour", those, recolored(act.Args{Saturate: -0.4})},
	}},
	"step": {text: "How shall %s stand back?", wish: true, ways: []way{
		{"Smaller letters", those, lettered(act.Args{Factor: 0.85})},
		{"Fainter", those, act.Act{Intent: act.Opacity, Args: act.Args{Value: 0.6}}},
		{"Thinner letters", those, lettered(act.Args{Weight: 400})},
	}},
	"float": {text: "How shall %s float?", wish: true, ways: []way{
		{"With a deeper shadow", those, act.Act{Intent: act.Shadow, Args: act.Args{Factor: 1.5}}},
		{"In front of the others", those, act.Act{Intent: act.Raise, Args: act.Args{Part: "front"}}},
	}},
	"glass": {text: "There is no glass here that blurs what is behind it. See-through, then?", wish: true, cannot: true, ways: []way{
		{"See-through", those, act.Act{Intent: act.Opacity, Args: act.Args{Value: 0.8}}},
	}},
	"line": {text: "A border here is one solid line. That one?", wish: true, cannot: true, ways: []way{
		{"A thin line", those, act.Act{Intent: act.Border, Args: act.Args{Pixels: 1}}},
		{"A thicker line", those, act.Act{Intent: act.Border, Args: act.Args{Pixels: 2}}},
	}},
	"gradient": {text: "One colour at a time here: nothing runs from one into another. A plain one?", wish: true, cannot: true, ways: []way{
		{"Dark blue behind it", those, recolored(act.Args{Color: "#191970", Part: "background"})},
		{"Teal behind it", those, recolored(act.Args{Color: "teal", Part: "background"})},
	}},
	"side": {text: "Padding here is the same left and right, and the same above and below. On all sides?", wish: true, cannot: true, ways: []way{
		{"More on all sides", those, act.Act{Intent: act.Spacing, Args: act.Args{Part: "padding", Factor: 1.5}}},
		{"Less on all sides", those, act.Act{Intent: act.Spacing, Args: act.Args{Part: "padding", Factor: 0.667}}},
	}},
	"picture": {text: "A wallpaper here is one of these, or a colour: no pictures yet.", cannot: true, ways: []way{
		{"Aurora", desk, papered(act.Args{Style: "aurora"})},
		{"Dunes", desk, papered(act.Args{Style: "dunes"})},
		{"Silk", desk, papered(act.Args{Style: "silk"})},
		{"Midnight blue", desk, papered(act.Args{Color: "#191970"})},
	}},
	"palette": {text: "There are two themes here, and any accent. One of these?", cannot: true, ways: []way{
		{"The dark theme", desk, themed(act.Args{Mode: "dark"})},
		{"The light theme", desk, themed(act.Args{Mode: "light"})},
		{"A teal accent", desk, themed(act.Args{Color: "teal"})},
		{"An orange accent", desk, themed(act.Args{Color: "orange"})},
	}},
}
