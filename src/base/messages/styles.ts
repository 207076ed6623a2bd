/** Messages on house styles, templates/styles/. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const MENDS = {
  status: '把其中一个调深或调浅；状态由深（严重滞后）到浅（已完成）排开，彼此就拉开了。',
  paper: '把颜色调深，不能和白纸分不清。',
  series: '把其中一个调深或调浅，或换一种网纹（pattern）。',
  shade: '热力表由低到高应逐级加深，把后一级调深。',
};

/**
 * Colours that black-and-white printing makes alike.
 * @param shown the two colours, or the one that is too near the paper
 * @param distance in CIE lightness L*, 0 … 100
 */
export const coloursAlike = (
  at: Origin,
  kind: keyof typeof MENDS,
  shown: readonly { name: string; colour: string }[],
  distance: number,
  least: number,
): Diagnostic => {
  const names = shown.map(({ name, colour }) => `“${name}”${colour}`).join('和');
  const pair = shown.length > 1 ? names : `${names}和白纸`;
  const found =
    kind === 'shade' && distance < 0
      ? `${pair}打成黑白后深浅颠倒`
      : `${pair}打成黑白后分不清，明度相差${Math.abs(distance).toFixed(1)}，至少应差${least}`;
  return diagnostic('coloursAlike', 'error', `${found}。`, at, MENDS[kind]);
};
