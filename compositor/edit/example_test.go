package edit_test

import (
	"fmt"

	"cellshell/compositor/edit"
)

func ExampleField_Key() {
	f := edit.NewField("half a note")
	f.Key("ctrl+backspace", "", edit.Options{})
	for _, letter := range "page" {
		f.Key(string(letter), string(letter), edit.Options{})
	}
	fmt.Println(f.Text)
	f.Key("ctrl+z", "", edit.Options{})
	fmt.Println(f.Text + "|")
	fmt.Println(f.Key("enter", "", edit.Options{}).Submit)
	// Output:
	// half a page
	// half a |
	// true
}
