package cell_test

import (
	"encoding/json"
	"fmt"

	"cellshell/membrane/cell"
)

func ExampleBytes() {
	fmt.Println(cell.Bytes(999), cell.Bytes(3.4*1024*1024*1024), cell.Bytes(1000), cell.Bytes(250e9))
	// Output: 999 B 3.4 GB 1.0 KB 233 GB
}

func ExamplePercent() {
	fmt.Println(cell.Percent(0.424), cell.Ftoa(2.5, 2), cell.Ftoa(56, -1), cell.Itoa(-3), cell.Sprintf("%02d", 7))
	// Output: 42% 2.50 56 -3 07
}

func ExampleDecodeState() {
	var notes struct {
		Title string
		Count int
	}
	err := cell.DecodeState(json.RawMessage(`{"Count":"three","Title":"Ideas"}`), &notes)
	fmt.Println(notes.Title, err)
	// Output: Ideas field Count was string, is now int
}
