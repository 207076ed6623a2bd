/**
 * The list of styles as the office finds it in Word: its own by their Chinese names. Word's hundreds of others stay out of
 * the gallery until somebody uses one (ECMA-376-1, 17.7.4.5 latentStyles; 17.7.4.17 customStyle).
 */

/** As many as Word 2019 knows; of those that the file itself defines, its own word counts. */
const KNOWN_TO_WORD = 376;
const LATENT = `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="${KNOWN_TO_WORD}"/>`;

export const finishStyles = (xml: string): string =>
  xml
    .replace('</w:docDefaults>', `$&${LATENT}`)
    .replaceAll(/<w:style (?=[^>]*w:styleId="Gw)/g, '<w:style w:customStyle="1" ');
