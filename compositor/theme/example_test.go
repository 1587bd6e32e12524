package theme_test

import (
	"fmt"

	"cellshell/compositor/theme"
)

func ExampleTheme_Color() {
	th := theme.New("light", "purple", "")
	accent, _ := th.Color("accent")
	label, _ := th.Color("on-accent")
	fmt.Println(theme.Hex(accent), theme.Hex(label))
	// Output: #8340ea #ffffff
}
