/** Labels that stand where they are put: Word moves none aside, so that those of near values would cover each other. */

export interface PlacedLabel {
  /** Of the chart's series and its points, from 0. */
  series: number;
  point: number;
  /** From where the label stands by its side of the mark, as shares of the chart's width and height. */
  dx: number;
  dy: number;
}

/** Names and values are written on one line, whatever share of the chart that takes, with a space between them. */
const SPACE = '<c:separator> </c:separator>';

/** From Word 2013 on a thin line leads from a label that was moved to its mark. */
const LEADERS =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="1"/></c:ext></c:extLst>';

/** XML of a chart → the same with its labels in their places. */
export function placeLabels(xml: string, placed: readonly PlacedLabel[]): string {
  if (placed.length === 0) return xml;
  let index = -1;
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    index++;
    const own = new Map(
      placed.filter((label) => label.series === index).map((label) => [label.point, label]),
    );
    if (own.size === 0) return series;
    // A label right above its mark needs no line to it.
    const aside = [...own.values()].some(({ dx }) => dx !== 0);
    return series
      .replace(/<c:dLbl><c:idx val="(\d+)"\/>(.*?)<\/c:dLbl>/gs, (whole, point: string, rest: string) => {
        const label = own.get(Number(point));
        if (!label || rest.startsWith('<c:delete')) return whole;
        const line = rest.replaceAll(' wrap="square"', ' wrap="none"');
        return `<c:dLbl><c:idx val="${point}"/>${layout(label)}${line}${SPACE}</c:dLbl>`;
      })
      .replace('</c:dLbls>', `${aside ? LEADERS : ''}</c:dLbls>`);
  });
}

const layout = ({ dx, dy }: PlacedLabel): string =>
  `<c:layout><c:manualLayout><c:x val="${dx.toFixed(4)}"/><c:y val="${dy.toFixed(4)}"/></c:manualLayout></c:layout>`;
