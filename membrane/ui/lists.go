package ui

// Kinds are all node kinds.
var Kinds = []Kind{
	KindText, KindButton, KindToggle, KindSlider, KindField, KindArea, KindRow, KindColumn, KindStack, KindGrid, KindScroll,
	KindList, KindProgress, KindChart, KindImage, KindIcon, KindCanvas, KindShader, KindSpacer, KindDivider,
}

// Containers are the kinds that may have children; a scroll and a shader have at most one.
var Containers = []Kind{KindRow, KindColumn, KindStack, KindGrid, KindScroll, KindList, KindShader}

// Events are all event kinds.
var Events = []EventKind{EventTap, EventChange, EventSubmit, EventKey}

// Roles are the colour names a style may use. Those of the theme change with it; the hues are tuned for light and dark.
var Roles = []string{
	"text", "muted", "surface", "raised", "sunken", "outline", "accent", "on-accent", "success", "warning", "danger", "transparent",
	"red", "orange", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple", "pink", "brown", "gray", "black", "white",
}

// The words that styles choose from.
var (
	Aligns     = []string{"start", "center", "end", "stretch", "baseline"}
	Justifies  = []string{"start", "center", "end", "between", "around"}
	Fonts      = []string{"sans", "mono"}
	TextAligns = []string{"start", "center", "end"}
	Cases      = []string{"upper", "lower"}
	Variants   = []string{"primary", "plain", "danger", "line", "area", "bar", "ring"}
	PaintOps   = []string{"line", "rect", "circle", "arc", "polyline", "polygon", "text"}
	Caps       = []string{"round", "butt"}
)

// Icons are the built-in symbols, drawn by the compositor on a 24×24 grid.
var Icons = []string{
	"plus", "minus", "close", "check", "menu", "search", "settings", "home", "star", "heart", "trash", "edit", "copy", "save",
	"undo", "redo", "play", "pause", "stop", "clock", "calendar", "bell", "mail", "user", "lock", "unlock", "eye", "folder",
	"file", "image", "terminal", "cpu", "memory", "disk", "network", "wifi", "battery", "volume", "mute", "sun", "moon",
	"cloud", "bolt", "arrow-up", "arrow-down", "arrow-left", "arrow-right", "chevron-up", "chevron-down", "chevron-left",
	"chevron-right", "refresh", "download", "upload", "link", "info", "warning", "help", "calculator", "note", "grid", "list",
	"chart", "command", "sparkle",
}
