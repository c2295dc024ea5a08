import { z } from 'zod';
import { catalogSchema, programSchema } from './schema';

const toJsonSchema = (schema: z.ZodType, title: string) => ({
  ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
  title,
});

/** The JSON Schema of a program file, for editors; `programs/program.schema.json` is its printed form. */
export const programJsonSchema = () => toJsonSchema(programSchema, 'Program definition');

/** The JSON Schema of the topic catalog; `programs/topics.schema.json` is its printed form. */
export const catalogJsonSchema = () => toJsonSchema(catalogSchema, 'Topic catalog');
