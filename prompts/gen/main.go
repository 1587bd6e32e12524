// Command gen writes prompts/sdk.txt from the SDK's comments. Run it by "go generate ./prompts" after changing the SDK.
package main

import (
	"fmt"
	"os"

	"cellshell/prompts/sdkcard"
)

func main() {
	card, err := sdkcard.Generate(os.DirFS("../membrane/cell"))
	if err == nil {
		err = os.WriteFile("sdk.txt", []byte(card), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
