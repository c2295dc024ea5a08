import { isInput } from '../teams/cardParts';
import { isRecord, type Json, type Values } from './api';

const asTyped = (input: Json, value: string | readonly string[]): unknown =>
  input.type === 'Input.Number' ? (value === '' ? undefined : Number(value)) : value;

/** The card with what somebody had typed in place of what the bot had put there. */
export function withTyped(card: Json, typed: Values): Json {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visit(part)]));
    const own = typeof value.id === 'string' && isInput(value) ? typed[value.id] : undefined;
    return own === undefined ? inner : { ...inner, value: asTyped(value, own) };
  };
  return { ...card, body: visit(card.body) };
}
