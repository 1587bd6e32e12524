// Package compositor makes a picture of the desktop out of the cells' trees (scene layout and painting): where everything
// stands, what the pointer touches, and the display list to draw.
//
// It is pure: it has no GPU, no clock and no state but remembered text. [Arrange] turns an [Input] into a [Layout], which
// answers where a node is and what is under a point; [Paint] turns both into a display list. The same input gives the same
// picture, on the body for receipts and screenshots and on every screen.
//
// A widget is a card that grows with its content; a window has a title bar, keeps its size and scrolls; a panel spans an
// edge and makes the area smaller that the others are placed in; growing never moves another cell.
package compositor
