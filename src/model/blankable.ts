/** Fields that a person may leave blank: `person:` with nothing behind it is null in YAML and means ''. */
import { z } from 'zod';

export const blankable = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');
