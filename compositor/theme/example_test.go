package theme_test

import (
	"fmt"

	"cellshell/compositor/theme"
)

func ExampleResolve() {
	accent, _ := theme.Resolve("accent", "light", "purple")
	label, _ := theme.Resolve("on-accent", "light", "purple")
	fmt.Println(theme.Hex(accent), theme.Hex(label))
	// Output: #8340ea #ffffff
}
