/** Words that announce what comes below: 现将有关事项通知如下： */
import type { ParagraphBlock } from '../model/document.ts';
import { plainText } from '../model/inline.ts';

/** They stay on the page of what they announce. Addressees end with a colon, too, and are a kind of their own. */
export const leadsIn = ({ children }: ParagraphBlock): boolean => plainText(children).endsWith('：');
