/** Edges of an area, in points from the top left of the plot. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
