/** Part of `npm ci` (script “prepare”): gets the packaged fonts ready. Without them everything works as well, but slower. */
import { prepareFonts } from '../flows/fonts.ts';
import { realEffects } from './effects.ts';
import { fontPlaces, PREPARED_FONTS } from './machine.ts';

const places = { ...fontPlaces('.'), prepared: PREPARED_FONTS };
const left = await prepareFonts(
  places,
  realEffects('.', () => {}),
);
for (const path of left) console.error(`not got ready: ${path}`);
