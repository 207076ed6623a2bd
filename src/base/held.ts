/** What the disk says of a file that another program has open, most often Word or Excel, or that may not be touched. */

const HELD = ['EBUSY', 'EPERM', 'EACCES'];

/** In: what reading, writing or renaming failed with. */
export const isHeld = (error: unknown): boolean => HELD.includes((error as { code?: string }).code ?? '');
