/** Fields that a person may leave blank: `person:` with nothing behind it is null in YAML and means ''. */
import { z } from 'zod';

export const blankable = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

export const blankableDate = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, '日期应写作 2022-10-12 的样子')
  .nullish()
  .transform((text) => text ?? '');
