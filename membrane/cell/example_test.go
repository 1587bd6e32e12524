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

// A generation on trial gets newer state when it takes over.
func ExampleDecodeState_again() {
	var shop struct {
		Left  map[string]int
		Names []string
	}
	_ = cell.DecodeState(json.RawMessage(`{"Left":{"tea":1,"milk":2},"Names":["a","b"]}`), &shop)
	_ = cell.DecodeState(json.RawMessage(`{"Left":{"milk":1},"Names":["c"]}`), &shop)
	fmt.Println(shop.Left, shop.Names)
	// Output: map[milk:1] [c]
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
