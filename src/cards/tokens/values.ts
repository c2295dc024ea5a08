import { z } from 'zod';

export const id = z.string().min(1).max(80);
export const uuid = z.uuid();
export const version = z.number().int().min(1);
export const office = z.string().min(1).max(120);
export const page = z.number().int().min(1).max(100);
/** A person as the words named her, where it is not settled who that is. */
export const named = z.string().min(1).max(80);
